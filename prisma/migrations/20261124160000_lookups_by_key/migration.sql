-- Lists go by indexes that a look-up by key must not take: on a table that was empty when its plan was made, all indexes look alike, and one
-- that only shares the tenant with the key is then read from end to end. Their condition holds for every row, and is implied by a list that
-- names what it is about, but not by a key.
DROP INDEX "wf_run_tenant_id_status_started_at_id_idx";
DROP INDEX "wf_run_tenant_id_wf_spec_name_major_version_revision_status_idx";
CREATE INDEX "wf_run_by_status" ON "wf_run" ("tenant_id", "status", "started_at", "id") WHERE "status" IS NOT NULL;
CREATE INDEX "wf_run_by_wf_spec" ON "wf_run" ("tenant_id", "wf_spec_name", "major_version", "revision", "status", "started_at", "id") WHERE "status" IS NOT NULL;

DROP INDEX "user_task_run_tenant_id_status_created_at_wf_run_id_guid_idx";
DROP INDEX "user_task_run_tenant_id_user_task_def_name_status_created_a_idx";
CREATE INDEX "user_task_run_by_status" ON "user_task_run" ("tenant_id", "status", "created_at", "wf_run_id", "guid") WHERE "status" IS NOT NULL;
CREATE INDEX "user_task_run_by_def" ON "user_task_run" ("tenant_id", "user_task_def_name", "status", "created_at", "wf_run_id", "guid") WHERE "status" IS NOT NULL;

DROP INDEX "searchable_value_tenant_id_wf_spec_name_name_path_value_sta_idx";
CREATE INDEX "searchable_value_by_wf_spec" ON "searchable_value" ("tenant_id", "wf_spec_name", "name", "path", "value", "started_at", "wf_run_id") WHERE "wf_spec_name" IS NOT NULL;

DROP INDEX "external_event_tenant_id_def_name_created_at_wf_run_id_guid_idx";
CREATE INDEX "external_event_by_def" ON "external_event" ("tenant_id", "def_name", "created_at", "wf_run_id", "guid") WHERE "created_at" IS NOT NULL;
