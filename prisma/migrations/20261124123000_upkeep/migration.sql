-- Lists that only an admin reads, each by an index that has no more in it than they show.
CREATE INDEX "timer_failed" ON "timer" ("tenant_id", "due_at", "wf_run_id", "key") WHERE "reason" IS NOT NULL;
CREATE INDEX "external_event_unclaimed" ON "external_event" ("tenant_id", "def_name", "created_at", "wf_run_id", "guid") WHERE "claimed_thread" IS NULL;

-- Metrics: rows of TaskRuns are written when they end, so a summary of each range of blocks finds a window of time.
CREATE INDEX "task_run_ended" ON "task_run" USING brin ("ended_at") WITH (autosummarize = on);
