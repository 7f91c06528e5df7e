-- Who saved each field of a draft, and the sitting that goes on. A draft from before was saved by one person, in a sitting that has ended.
ALTER TABLE "user_task_draft" ADD COLUMN "saving" JSON;
UPDATE "user_task_draft" SET "saving" = json_build_object(
  'savedBy', "saved_by", 'at', (extract(epoch FROM "saved_at") * 1000)::bigint, 'fields', '{}'::json, 'sitting', NULL
);
ALTER TABLE "user_task_draft" ALTER COLUMN "saving" SET NOT NULL;
