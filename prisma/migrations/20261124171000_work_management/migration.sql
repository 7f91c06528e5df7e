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

-- A group's open work by urgency: what is next.
CREATE INDEX "user_task_run_next" ON "user_task_run" ("tenant_id", "user_group", "urgency_at", "wf_run_id", "guid") WHERE "status" = 'UNASSIGNED';
