-- Metrics: events are written once, in order of time, so a summary of each range of blocks finds a window.
CREATE INDEX "user_task_event_told" ON "user_task_event" USING brin ("at") WITH (autosummarize = on);

-- Saved views: searches by name, each a person's or a group's.
CREATE TABLE "saved_view" (
    "tenant_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "user_id" TEXT,
    "user_group" TEXT,
    "name" TEXT NOT NULL,
    "query" JSON NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("tenant_id","id"),
    CONSTRAINT "saved_view_has_one_owner" CHECK (num_nonnulls("user_id", "user_group") = 1)
);
CREATE UNIQUE INDEX "saved_view_of_user" ON "saved_view"("tenant_id", "user_id", "name");
CREATE UNIQUE INDEX "saved_view_of_group" ON "saved_view"("tenant_id", "user_group", "name");

-- Open work in two parts (lib/persistence/user-task-branches.ts). A plain task, with neither a due date nor a priority of its own, stands in
-- any order where its creation puts it: one index has it, and it costs no more than before. Only a ranked one is in an index for each order.
-- Who holds a task is one expression: its user, or its group while it has none.
DROP INDEX "user_task_run_mine";
DROP INDEX "user_task_run_available";
DROP INDEX "user_task_run_by_def";
CREATE INDEX "user_task_run_held" ON "user_task_run" ("tenant_id", "status", (coalesce("user_id", "user_group")), "created_at", "wf_run_id", "guid")
  WHERE "status" IN ('UNASSIGNED', 'ASSIGNED') AND "due_at" IS NULL AND "priority" = 50;
CREATE INDEX "user_task_run_held_ranked" ON "user_task_run" ("tenant_id", "status", (coalesce("user_id", "user_group")), "created_at", "wf_run_id", "guid")
  WHERE "status" IN ('UNASSIGNED', 'ASSIGNED') AND ("due_at" IS NOT NULL OR "priority" <> 50);
CREATE INDEX "user_task_run_held_by_due" ON "user_task_run" ("tenant_id", "status", (coalesce("user_id", "user_group")), (coalesce("due_at", 'infinity')), "created_at", "wf_run_id", "guid")
  WHERE "status" IN ('UNASSIGNED', 'ASSIGNED') AND ("due_at" IS NOT NULL OR "priority" <> 50);
CREATE INDEX "user_task_run_held_by_urgency" ON "user_task_run" ("tenant_id", "status", (coalesce("user_id", "user_group")), "urgency_at", "created_at", "wf_run_id", "guid")
  WHERE "status" IN ('UNASSIGNED', 'ASSIGNED') AND ("due_at" IS NOT NULL OR "priority" <> 50);
CREATE INDEX "user_task_run_held_by_priority" ON "user_task_run" ("tenant_id", "status", (coalesce("user_id", "user_group")), (- "priority"), "created_at", "wf_run_id", "guid")
  WHERE "status" IN ('UNASSIGNED', 'ASSIGNED') AND ("due_at" IS NOT NULL OR "priority" <> 50);
CREATE INDEX "user_task_run_of_def" ON "user_task_run" ("tenant_id", "user_task_def_name", "status", "created_at", "wf_run_id", "guid")
  WHERE "status" IN ('UNASSIGNED', 'ASSIGNED') AND "due_at" IS NULL AND "priority" = 50;
CREATE INDEX "user_task_run_of_def_ranked" ON "user_task_run" ("tenant_id", "user_task_def_name", "status", "created_at", "wf_run_id", "guid")
  WHERE "status" IN ('UNASSIGNED', 'ASSIGNED') AND ("due_at" IS NOT NULL OR "priority" <> 50);
CREATE INDEX "user_task_run_of_def_by_due" ON "user_task_run" ("tenant_id", "user_task_def_name", "status", (coalesce("due_at", 'infinity')), "created_at", "wf_run_id", "guid")
  WHERE "status" IN ('UNASSIGNED', 'ASSIGNED') AND ("due_at" IS NOT NULL OR "priority" <> 50);
CREATE INDEX "user_task_run_of_def_by_urgency" ON "user_task_run" ("tenant_id", "user_task_def_name", "status", "urgency_at", "created_at", "wf_run_id", "guid")
  WHERE "status" IN ('UNASSIGNED', 'ASSIGNED') AND ("due_at" IS NOT NULL OR "priority" <> 50);
CREATE INDEX "user_task_run_of_def_by_priority" ON "user_task_run" ("tenant_id", "user_task_def_name", "status", (- "priority"), "created_at", "wf_run_id", "guid")
  WHERE "status" IN ('UNASSIGNED', 'ASSIGNED') AND ("due_at" IS NOT NULL OR "priority" <> 50);
CREATE INDEX "user_task_run_of_def_ended" ON "user_task_run" ("tenant_id", "user_task_def_name", "status", "created_at", "wf_run_id", "guid")
  WHERE "status" IN ('DONE', 'CANCELLED');
