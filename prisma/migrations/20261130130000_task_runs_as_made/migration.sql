-- The TaskRuns of a run in the order in which they were made, those of one moment by the place that their guid names: thread, position, and
-- of a reminder the seq of its event. Its condition keeps look-ups by key away from it.
CREATE INDEX "task_run_as_made" ON "task_run" ("tenant_id", "family_id", "wf_run_id", "created_at", (string_to_array(replace("guid", 'ut-', ''), '-')::int[]))
  WHERE "created_at" IS NOT NULL;
