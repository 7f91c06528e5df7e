-- CreateTable
CREATE TABLE "task_def" (
    "tenant_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "body" JSON NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "task_def_pkey" PRIMARY KEY ("tenant_id","name")
);

-- CreateTable
CREATE TABLE "user_task_def" (
    "tenant_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "body" JSON NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_task_def_pkey" PRIMARY KEY ("tenant_id","name","version")
);

-- CreateTable
CREATE TABLE "wf_spec" (
    "tenant_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "major_version" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "body" JSON NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "wf_spec_pkey" PRIMARY KEY ("tenant_id","name","major_version","revision")
);

-- CreateTable
CREATE TABLE "wf_spec_task_def" (
    "tenant_id" TEXT NOT NULL,
    "wf_spec_name" TEXT NOT NULL,
    "major_version" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "task_def_name" TEXT NOT NULL,

    CONSTRAINT "wf_spec_task_def_pkey" PRIMARY KEY ("tenant_id","wf_spec_name","major_version","revision","task_def_name")
);

-- CreateTable
CREATE TABLE "wf_spec_user_task_def" (
    "tenant_id" TEXT NOT NULL,
    "wf_spec_name" TEXT NOT NULL,
    "major_version" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "user_task_def_name" TEXT NOT NULL,
    "user_task_def_version" INTEGER NOT NULL,

    CONSTRAINT "wf_spec_user_task_def_pkey" PRIMARY KEY ("tenant_id","wf_spec_name","major_version","revision","user_task_def_name","user_task_def_version")
);

-- CreateTable
CREATE TABLE "tenant" (
    "id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tenant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_account" (
    "tenant_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "password_version" INTEGER NOT NULL DEFAULT 0,
    "is_admin" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_account_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "user_group" (
    "tenant_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "user_group_pkey" PRIMARY KEY ("tenant_id","name")
);

-- CreateTable
CREATE TABLE "membership" (
    "tenant_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "group_name" TEXT NOT NULL,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("tenant_id","user_id","group_name")
);

-- CreateTable
CREATE TABLE "api_key" (
    "tenant_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "scopes" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "wf_family" (
    "tenant_id" TEXT NOT NULL,
    "family_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "state" JSON NOT NULL,

    CONSTRAINT "wf_family_pkey" PRIMARY KEY ("tenant_id","family_id")
);

-- CreateTable
CREATE TABLE "wf_run" (
    "tenant_id" TEXT NOT NULL,
    "family_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "wf_spec_name" TEXT NOT NULL,
    "major_version" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "requester" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "wf_run_pkey" PRIMARY KEY ("tenant_id","family_id","id")
);

-- CreateTable
CREATE TABLE "thread_run" (
    "tenant_id" TEXT NOT NULL,
    "family_id" TEXT NOT NULL,
    "wf_run_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "thread_spec_name" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "current_node_name" TEXT NOT NULL,
    "current_node_position" INTEGER NOT NULL,
    "failure" JSON,

    CONSTRAINT "thread_run_pkey" PRIMARY KEY ("tenant_id","family_id","wf_run_id","number")
);

-- CreateTable
CREATE TABLE "node_run" (
    "tenant_id" TEXT NOT NULL,
    "family_id" TEXT NOT NULL,
    "wf_run_id" TEXT NOT NULL,
    "thread_run_number" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "thread_spec_name" TEXT NOT NULL,
    "node_name" TEXT NOT NULL,
    "node_type" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "arrived_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "failure" JSON,
    "task_run_guid" TEXT,
    "user_task_run_guid" TEXT,

    CONSTRAINT "node_run_pkey" PRIMARY KEY ("tenant_id","family_id","wf_run_id","thread_run_number","position")
);

-- CreateTable
CREATE TABLE "variable" (
    "tenant_id" TEXT NOT NULL,
    "family_id" TEXT NOT NULL,
    "wf_run_id" TEXT NOT NULL,
    "thread_run_number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "value" JSON,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "variable_pkey" PRIMARY KEY ("tenant_id","family_id","wf_run_id","thread_run_number","name")
);

-- CreateTable
CREATE TABLE "wf_run_tombstone" (
    "tenant_id" TEXT NOT NULL,
    "family_id" TEXT NOT NULL,
    "wf_spec_name" TEXT NOT NULL,
    "events" INTEGER NOT NULL,
    "erased_at" TIMESTAMPTZ(3) NOT NULL,
    "erased_by" TEXT NOT NULL,

    CONSTRAINT "wf_run_tombstone_pkey" PRIMARY KEY ("tenant_id","family_id","erased_at")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "tenant_id" TEXT NOT NULL,
    "principal" TEXT NOT NULL,
    "operation" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "body_hash" TEXT NOT NULL,
    "response" JSON,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("tenant_id","principal","operation","key")
);

-- CreateTable
CREATE TABLE "test_clock" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "offset_ms" BIGINT NOT NULL,

    CONSTRAINT "test_clock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task_run" (
    "tenant_id" TEXT NOT NULL,
    "family_id" TEXT NOT NULL,
    "wf_run_id" TEXT NOT NULL,
    "guid" TEXT NOT NULL,
    "task_def_name" TEXT NOT NULL,
    "inputs" JSON NOT NULL,
    "timeout_seconds" INTEGER NOT NULL,
    "total_attempts" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "task_run_pkey" PRIMARY KEY ("tenant_id","family_id","wf_run_id","guid")
);

-- CreateTable
CREATE TABLE "task_attempt" (
    "tenant_id" TEXT NOT NULL,
    "family_id" TEXT NOT NULL,
    "wf_run_id" TEXT NOT NULL,
    "guid" TEXT NOT NULL,
    "attempt" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "scheduled_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3) NOT NULL,
    "worker_id" TEXT,
    "lease_token" TEXT,
    "output" JSON,
    "error" JSON,
    "log_output" TEXT,

    CONSTRAINT "task_attempt_pkey" PRIMARY KEY ("tenant_id","family_id","wf_run_id","guid","attempt")
);

-- CreateTable
CREATE TABLE "task_queue" (
    "tenant_id" TEXT NOT NULL,
    "family_id" TEXT NOT NULL,
    "wf_run_id" TEXT NOT NULL,
    "guid" TEXT NOT NULL,
    "attempt" INTEGER NOT NULL,
    "task_def_name" TEXT NOT NULL,
    "wf_spec_name" TEXT NOT NULL,
    "thread_run_number" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "timeout_seconds" INTEGER NOT NULL,
    "scheduled_at" TIMESTAMPTZ(3) NOT NULL,
    "worker_id" TEXT,
    "started_at" TIMESTAMPTZ(3),
    "lease_token" TEXT,
    "lease_until" TIMESTAMPTZ(3),

    CONSTRAINT "task_queue_pkey" PRIMARY KEY ("tenant_id","family_id","wf_run_id","guid","attempt")
);

-- CreateTable
CREATE TABLE "user_task_run" (
    "tenant_id" TEXT NOT NULL,
    "family_id" TEXT NOT NULL,
    "wf_run_id" TEXT NOT NULL,
    "guid" TEXT NOT NULL,
    "thread_run_number" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "wf_spec_name" TEXT NOT NULL,
    "user_task_def_name" TEXT NOT NULL,
    "user_task_def_version" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "context" TEXT,
    "status" TEXT NOT NULL,
    "user_id" TEXT,
    "user_group" TEXT,
    "requester" TEXT,
    "epoch" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "next_event_seq" INTEGER NOT NULL,
    "next_comment_id" INTEGER NOT NULL,
    "comment_count" INTEGER NOT NULL,
    "has_draft" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" TEXT,

    CONSTRAINT "user_task_run_pkey" PRIMARY KEY ("tenant_id","family_id","wf_run_id","guid")
);

-- CreateTable
CREATE TABLE "user_task_detail" (
    "tenant_id" TEXT NOT NULL,
    "family_id" TEXT NOT NULL,
    "wf_run_id" TEXT NOT NULL,
    "guid" TEXT NOT NULL,
    "notes" TEXT,
    "results" JSON,
    "words" tsvector NOT NULL,

    CONSTRAINT "user_task_detail_pkey" PRIMARY KEY ("tenant_id","family_id","wf_run_id","guid")
);

-- CreateTable
CREATE TABLE "user_task_draft" (
    "tenant_id" TEXT NOT NULL,
    "family_id" TEXT NOT NULL,
    "wf_run_id" TEXT NOT NULL,
    "guid" TEXT NOT NULL,
    "results" JSON NOT NULL,
    "saved_by" TEXT NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "user_task_draft_pkey" PRIMARY KEY ("tenant_id","family_id","wf_run_id","guid")
);

-- CreateTable
CREATE TABLE "user_task_event" (
    "tenant_id" TEXT NOT NULL,
    "family_id" TEXT NOT NULL,
    "wf_run_id" TEXT NOT NULL,
    "guid" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT,
    "on_behalf_of" TEXT,
    "cause" TEXT NOT NULL,
    "reason" TEXT,
    "body" JSON NOT NULL,

    CONSTRAINT "user_task_event_pkey" PRIMARY KEY ("tenant_id","family_id","wf_run_id","guid","seq")
);

-- CreateTable
CREATE TABLE "user_task_past_owner" (
    "tenant_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "family_id" TEXT NOT NULL,
    "wf_run_id" TEXT NOT NULL,
    "guid" TEXT NOT NULL,

    CONSTRAINT "user_task_past_owner_pkey" PRIMARY KEY ("tenant_id","user_id","created_at","wf_run_id","guid")
);

-- CreateIndex
CREATE INDEX "wf_spec_task_def_tenant_id_task_def_name_idx" ON "wf_spec_task_def"("tenant_id", "task_def_name");

-- CreateIndex
CREATE INDEX "wf_spec_user_task_def_tenant_id_user_task_def_name_user_tas_idx" ON "wf_spec_user_task_def"("tenant_id", "user_task_def_name", "user_task_def_version");

-- CreateIndex
CREATE INDEX "membership_tenant_id_group_name_idx" ON "membership"("tenant_id", "group_name");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_hash_key" ON "api_key"("hash");

-- CreateIndex
CREATE INDEX "wf_run_tenant_id_status_started_at_id_idx" ON "wf_run"("tenant_id", "status", "started_at", "id");

-- CreateIndex
CREATE INDEX "wf_run_tenant_id_wf_spec_name_status_started_at_id_idx" ON "wf_run"("tenant_id", "wf_spec_name", "status", "started_at", "id");

-- CreateIndex
CREATE INDEX "wf_run_tenant_id_wf_spec_name_major_version_revision_idx" ON "wf_run"("tenant_id", "wf_spec_name", "major_version", "revision");

-- CreateIndex
CREATE INDEX "idempotency_key_created_at_idx" ON "idempotency_key"("created_at");

-- CreateIndex
CREATE INDEX "user_task_run_tenant_id_status_created_at_wf_run_id_guid_idx" ON "user_task_run"("tenant_id", "status", "created_at", "wf_run_id", "guid");

-- CreateIndex
CREATE INDEX "user_task_run_tenant_id_user_task_def_name_status_created_a_idx" ON "user_task_run"("tenant_id", "user_task_def_name", "status", "created_at", "wf_run_id", "guid");

-- CreateIndex
CREATE INDEX "user_task_detail_words_idx" ON "user_task_detail" USING GIN ("words");

-- CreateIndex
CREATE INDEX "user_task_past_owner_tenant_id_family_id_idx" ON "user_task_past_owner"("tenant_id", "family_id");

-- AddForeignKey
ALTER TABLE "wf_spec_task_def" ADD CONSTRAINT "wf_spec_task_def_tenant_id_wf_spec_name_major_version_revi_fkey" FOREIGN KEY ("tenant_id", "wf_spec_name", "major_version", "revision") REFERENCES "wf_spec"("tenant_id", "name", "major_version", "revision") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "wf_spec_task_def" ADD CONSTRAINT "wf_spec_task_def_tenant_id_task_def_name_fkey" FOREIGN KEY ("tenant_id", "task_def_name") REFERENCES "task_def"("tenant_id", "name") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "wf_spec_user_task_def" ADD CONSTRAINT "wf_spec_user_task_def_tenant_id_wf_spec_name_major_version_fkey" FOREIGN KEY ("tenant_id", "wf_spec_name", "major_version", "revision") REFERENCES "wf_spec"("tenant_id", "name", "major_version", "revision") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "wf_spec_user_task_def" ADD CONSTRAINT "wf_spec_user_task_def_tenant_id_user_task_def_name_user_ta_fkey" FOREIGN KEY ("tenant_id", "user_task_def_name", "user_task_def_version") REFERENCES "user_task_def"("tenant_id", "name", "version") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_tenant_id_user_id_fkey" FOREIGN KEY ("tenant_id", "user_id") REFERENCES "user_account"("tenant_id", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_tenant_id_group_name_fkey" FOREIGN KEY ("tenant_id", "group_name") REFERENCES "user_group"("tenant_id", "name") ON DELETE CASCADE ON UPDATE RESTRICT;

-- What follows Prisma cannot say.

-- Time is the database's; in test mode an offset, shared by all processes, is added.
CREATE FUNCTION "docket_now"(test_clock boolean) RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT date_trunc('milliseconds', clock_timestamp()) + CASE
    WHEN test_clock THEN coalesce((SELECT make_interval(secs => offset_ms / 1000.0) FROM test_clock), interval '0')
    ELSE interval '0'
  END
$$;

-- The words that a task is found by: runs of letters and digits of its title and context, as they stand.
CREATE FUNCTION "user_task_words"(title text, context text) RETURNS tsvector LANGUAGE sql IMMUTABLE AS $$
  SELECT to_tsvector('simple', regexp_replace(concat_ws(' ', title, context), '[^[:alnum:]]+', ' ', 'g'))
$$;

-- Work lists: one partial index per list, the sort key last.
CREATE INDEX "user_task_run_mine" ON "user_task_run" ("tenant_id", "user_id", "created_at", "wf_run_id", "guid") WHERE "status" = 'ASSIGNED';
CREATE INDEX "user_task_run_available" ON "user_task_run" ("tenant_id", "user_group", "created_at", "wf_run_id", "guid") WHERE "status" = 'UNASSIGNED';
CREATE INDEX "user_task_run_claimed" ON "user_task_run" ("tenant_id", "user_group", "created_at", "wf_run_id", "guid") WHERE "status" = 'ASSIGNED' AND "user_group" IS NOT NULL;
CREATE INDEX "user_task_run_ended_by_user" ON "user_task_run" ("tenant_id", "user_id", "status", "created_at", "wf_run_id", "guid") WHERE "status" IN ('DONE', 'CANCELLED') AND "user_id" IS NOT NULL;
CREATE INDEX "user_task_run_ended_by_group" ON "user_task_run" ("tenant_id", "user_group", "status", "created_at", "wf_run_id", "guid") WHERE "status" IN ('DONE', 'CANCELLED') AND "user_group" IS NOT NULL;
CREATE INDEX "user_task_run_requested" ON "user_task_run" ("tenant_id", "requester", "status", "created_at", "wf_run_id", "guid") WHERE "requester" IS NOT NULL;

-- The queue: what is ready by TaskDef, oldest first, and what is leased by when the lease ends.
CREATE INDEX "task_queue_ready" ON "task_queue" ("tenant_id", "task_def_name", "scheduled_at") WHERE "lease_token" IS NULL;
CREATE INDEX "task_queue_leased" ON "task_queue" ("lease_until") WHERE "lease_token" IS NOT NULL;

ALTER TABLE "user_task_run" ADD CONSTRAINT "user_task_run_status" CHECK ("status" IN ('UNASSIGNED', 'ASSIGNED', 'DONE', 'CANCELLED'));
ALTER TABLE "user_task_run" ADD CONSTRAINT "user_task_run_owners" CHECK (
  CASE "status"
    WHEN 'UNASSIGNED' THEN "user_id" IS NULL AND "user_group" IS NOT NULL
    WHEN 'ASSIGNED' THEN "user_id" IS NOT NULL
    WHEN 'DONE' THEN "user_id" IS NOT NULL
    ELSE true
  END
);
ALTER TABLE "user_task_run" ADD CONSTRAINT "user_task_run_ended" CHECK (("status" IN ('DONE', 'CANCELLED')) = ("ended_at" IS NOT NULL));
ALTER TABLE "wf_run" ADD CONSTRAINT "wf_run_ended" CHECK (("status" = 'RUNNING') = ("ended_at" IS NULL));
ALTER TABLE "task_queue" ADD CONSTRAINT "task_queue_lease" CHECK (
  num_nonnulls("lease_token", "lease_until", "worker_id", "started_at") IN (0, 4)
);
ALTER TABLE "test_clock" ADD CONSTRAINT "test_clock_one_row" CHECK ("id" = 1);

-- Rows that are written again and again find room on their page; what grows from empty is analyzed and vacuumed early.
ALTER TABLE "wf_family" SET (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05);
ALTER TABLE "user_task_run" SET (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05);
ALTER TABLE "task_queue" SET (
  fillfactor = 70, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000,
  autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 1000
);

-- The history is append-only: only erase_family, which sets the mark, takes rows out of it.
CREATE FUNCTION "refuse_history_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('docket.erasing', true) = 'on' THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'The history of user tasks is append-only' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER "user_task_event_append_only" BEFORE UPDATE OR DELETE ON "user_task_event" FOR EACH ROW EXECUTE FUNCTION "refuse_history_change"();
CREATE TRIGGER "user_task_event_no_truncate" BEFORE TRUNCATE ON "user_task_event" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_history_change"();

-- Deletes a family whose run has ended, with everything of it, and leaves a tombstone. Says ERASED, NOT_FOUND or RUNNING.
CREATE FUNCTION "erase_family"(tenant text, family text, erased_by text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT SET docket.erasing = 'on' AS $$
DECLARE
  run wf_run;
  events integer;
BEGIN
  -- Waits for a step that is under way, and keeps the next one out.
  PERFORM FROM wf_family WHERE tenant_id = tenant AND family_id = family FOR UPDATE;
  SELECT * INTO run FROM wf_run WHERE tenant_id = tenant AND family_id = family AND id = family;
  IF NOT FOUND THEN
    RETURN 'NOT_FOUND';
  ELSIF run.status = 'RUNNING' THEN
    RETURN 'RUNNING';
  END IF;
  DELETE FROM user_task_event WHERE tenant_id = tenant AND family_id = family;
  GET DIAGNOSTICS events = ROW_COUNT;
  DELETE FROM user_task_past_owner WHERE tenant_id = tenant AND family_id = family;
  DELETE FROM user_task_draft WHERE tenant_id = tenant AND family_id = family;
  DELETE FROM user_task_detail WHERE tenant_id = tenant AND family_id = family;
  DELETE FROM user_task_run WHERE tenant_id = tenant AND family_id = family;
  DELETE FROM task_queue WHERE tenant_id = tenant AND family_id = family;
  DELETE FROM task_attempt WHERE tenant_id = tenant AND family_id = family;
  DELETE FROM task_run WHERE tenant_id = tenant AND family_id = family;
  DELETE FROM variable WHERE tenant_id = tenant AND family_id = family;
  DELETE FROM node_run WHERE tenant_id = tenant AND family_id = family;
  DELETE FROM thread_run WHERE tenant_id = tenant AND family_id = family;
  DELETE FROM wf_run WHERE tenant_id = tenant AND family_id = family;
  DELETE FROM wf_family WHERE tenant_id = tenant AND family_id = family;
  INSERT INTO wf_run_tombstone (tenant_id, family_id, wf_spec_name, events, erased_at, erased_by)
  VALUES (tenant, family, run.wf_spec_name, events, clock_timestamp(), erased_by);
  RETURN 'ERASED';
END
$$;
