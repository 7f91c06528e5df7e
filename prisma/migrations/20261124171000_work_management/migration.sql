-- Work management (decision 12). Tasks that are there get what a workflow that says nothing gives: `urgency_at` by the formula of
-- lib/contracts/urgency.ts.
ALTER TABLE "user_task_run" ADD COLUMN "priority" INTEGER NOT NULL DEFAULT 50,
ADD COLUMN "due_at" TIMESTAMPTZ(3),
ADD COLUMN "follow_up_at" TIMESTAMPTZ(3),
ADD COLUMN "urgency_at" TIMESTAMPTZ(3),
ADD COLUMN "exclude_users" JSONB;
UPDATE "user_task_run" SET "urgency_at" = "created_at" + interval '7 days';
ALTER TABLE "user_task_run" ALTER COLUMN "priority" DROP DEFAULT, ALTER COLUMN "urgency_at" SET NOT NULL;

ALTER TABLE "user_task_detail" ADD COLUMN "details" JSON;
