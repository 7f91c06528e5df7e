-- What was cancelled while a person had it, whoever cancelled it, by when: the event itself names only who did.
CREATE INDEX "user_task_run_cancelled_with" ON "user_task_run" ("tenant_id", "user_id", "ended_at", "wf_run_id", "guid")
  WHERE "status" = 'CANCELLED' AND "user_id" IS NOT NULL;
