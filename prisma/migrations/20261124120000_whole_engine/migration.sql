-- The shape in which runs are stored changes: what the earlier shape stored of runs is erased, since nothing was released with it.
-- Definitions, people and keys stay.
SELECT set_config('docket.erasing', 'on', true);
DELETE FROM "user_task_event";
SELECT set_config('docket.erasing', '', true);
TRUNCATE "wf_family", "wf_run", "thread_run", "node_run", "task_run", "task_queue", "user_task_run", "user_task_detail",
  "user_task_draft", "user_task_past_owner", "idempotency_key";

-- DropIndex
DROP INDEX "wf_run_tenant_id_wf_spec_name_major_version_revision_idx";

-- DropIndex
DROP INDEX "wf_run_tenant_id_wf_spec_name_status_started_at_id_idx";

-- AlterTable
ALTER TABLE "node_run" DROP CONSTRAINT "node_run_pkey",
DROP COLUMN "failure",
DROP COLUMN "task_run_guid",
DROP COLUMN "user_task_run_guid",
ADD COLUMN     "detail" JSON,
ALTER COLUMN "ended_at" SET NOT NULL,
ADD CONSTRAINT "node_run_pkey" PRIMARY KEY ("tenant_id", "family_id", "wf_run_id", "arrived_at", "thread_run_number", "position");

-- AlterTable
ALTER TABLE "task_queue" ADD COLUMN     "inputs" JSON NOT NULL;

-- AlterTable
ALTER TABLE "task_run" DROP COLUMN "inputs",
DROP COLUMN "timeout_seconds",
DROP COLUMN "total_attempts",
ADD COLUMN     "ended_at" TIMESTAMPTZ(3) NOT NULL,
ADD COLUMN     "state" JSON NOT NULL,
ADD COLUMN     "status" TEXT NOT NULL;

-- AlterTable
ALTER TABLE "thread_run" DROP COLUMN "current_node_name",
DROP COLUMN "current_node_position",
DROP COLUMN "ended_at",
DROP COLUMN "failure",
DROP COLUMN "started_at",
DROP COLUMN "status",
DROP COLUMN "thread_spec_name",
ADD COLUMN     "state" JSON NOT NULL;

-- AlterTable
ALTER TABLE "user_task_detail" DROP COLUMN "results";

-- AlterTable
ALTER TABLE "user_task_run" ADD COLUMN     "suspended_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "wf_run" DROP CONSTRAINT "wf_run_pkey",
ADD COLUMN     "erase_at" TIMESTAMPTZ(3),
ADD COLUMN     "parent_id" TEXT,
ADD COLUMN     "schedule_id" TEXT,
ADD COLUMN     "state" JSON,
ADD CONSTRAINT "wf_run_pkey" PRIMARY KEY ("tenant_id", "id");

-- AlterTable
ALTER TABLE "wf_family" ADD COLUMN     "has_parts" BOOLEAN NOT NULL DEFAULT false;

-- DropTable
DROP TABLE "task_attempt";

-- DropTable
DROP TABLE "variable";

-- CreateTable
CREATE TABLE "family_part" (
    "tenant_id" TEXT NOT NULL,
    "family_id" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "state" JSON NOT NULL,

    CONSTRAINT "family_part_pkey" PRIMARY KEY ("tenant_id","family_id","part")
);

-- CreateTable
CREATE TABLE "searchable_value" (
    "tenant_id" TEXT NOT NULL,
    "family_id" TEXT NOT NULL,
    "wf_run_id" TEXT NOT NULL,
    "wf_spec_name" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "searchable_value_pkey" PRIMARY KEY ("tenant_id","family_id","wf_run_id","name","path","value")
);

-- CreateTable
CREATE TABLE "external_event" (
    "tenant_id" TEXT NOT NULL,
    "family_id" TEXT NOT NULL,
    "wf_run_id" TEXT NOT NULL,
    "def_name" TEXT NOT NULL,
    "guid" TEXT NOT NULL,
    "content" JSON,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "thread_run_number" INTEGER,
    "position" INTEGER,
    "claimed_thread" INTEGER,
    "claimed_position" INTEGER,
    "correlation_key" TEXT,

    CONSTRAINT "external_event_pkey" PRIMARY KEY ("tenant_id","family_id","wf_run_id","def_name","guid")
);

-- CreateTable
CREATE TABLE "workflow_event" (
    "tenant_id" TEXT NOT NULL,
    "family_id" TEXT NOT NULL,
    "wf_run_id" TEXT NOT NULL,
    "def_name" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSON,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "thread_run_number" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "workflow_event_pkey" PRIMARY KEY ("tenant_id","family_id","wf_run_id","def_name","number")
);

-- CreateTable
CREATE TABLE "timer" (
    "tenant_id" TEXT NOT NULL,
    "family_id" TEXT NOT NULL,
    "wf_run_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "try_at" TIMESTAMPTZ(3) NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "reason" TEXT,

    CONSTRAINT "timer_pkey" PRIMARY KEY ("tenant_id","family_id","wf_run_id","key")
);

-- CreateTable
CREATE TABLE "correlation" (
    "tenant_id" TEXT NOT NULL,
    "family_id" TEXT NOT NULL,
    "wf_run_id" TEXT NOT NULL,
    "thread_run_number" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "def_name" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "checked" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "correlation_pkey" PRIMARY KEY ("tenant_id","family_id","wf_run_id","thread_run_number","position")
);

-- CreateTable
CREATE TABLE "correlated_event" (
    "tenant_id" TEXT NOT NULL,
    "def_name" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "content" JSON,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "checked" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "correlated_event_pkey" PRIMARY KEY ("tenant_id","def_name","key")
);

-- CreateTable
CREATE TABLE "checkpoint" (
    "tenant_id" TEXT NOT NULL,
    "family_id" TEXT NOT NULL,
    "wf_run_id" TEXT NOT NULL,
    "guid" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "attempt" INTEGER NOT NULL,
    "value" JSON,
    "logs" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "checkpoint_pkey" PRIMARY KEY ("tenant_id","family_id","wf_run_id","guid","number")
);

-- CreateIndex
CREATE INDEX "searchable_value_tenant_id_wf_spec_name_name_path_value_sta_idx" ON "searchable_value"("tenant_id", "wf_spec_name", "name", "path", "value", "started_at", "wf_run_id");

-- CreateIndex
CREATE INDEX "external_event_tenant_id_def_name_created_at_wf_run_id_guid_idx" ON "external_event"("tenant_id", "def_name", "created_at", "wf_run_id", "guid");

-- CreateIndex
CREATE INDEX "workflow_event_tenant_id_def_name_created_at_wf_run_id_numb_idx" ON "workflow_event"("tenant_id", "def_name", "created_at", "wf_run_id", "number");

-- CreateIndex
CREATE INDEX "timer_try_at_idx" ON "timer"("try_at");

-- CreateIndex
CREATE INDEX "correlation_tenant_id_def_name_key_idx" ON "correlation"("tenant_id", "def_name", "key");

-- CreateIndex
CREATE INDEX "wf_run_tenant_id_wf_spec_name_major_version_revision_status_idx" ON "wf_run"("tenant_id", "wf_spec_name", "major_version", "revision", "status", "started_at", "id");

-- What follows Prisma cannot say.

CREATE INDEX "wf_run_of_family" ON "wf_run" ("tenant_id", "family_id") WHERE "family_id" <> "id";
CREATE INDEX "wf_run_by_parent" ON "wf_run" ("tenant_id", "parent_id", "status", "started_at", "id") WHERE "parent_id" IS NOT NULL;
CREATE INDEX "wf_run_by_schedule" ON "wf_run" ("tenant_id", "schedule_id", "started_at", "id") WHERE "schedule_id" IS NOT NULL;
CREATE INDEX "wf_run_to_erase" ON "wf_run" ("erase_at") WHERE "erase_at" IS NOT NULL;
CREATE INDEX "external_event_correlated" ON "external_event" ("tenant_id", "def_name", "correlation_key") WHERE "correlation_key" IS NOT NULL;
CREATE INDEX "correlation_unchecked" ON "correlation" ("tenant_id", "def_name", "key") WHERE NOT "checked";
CREATE INDEX "correlated_event_unchecked" ON "correlated_event" ("tenant_id", "def_name", "key") WHERE NOT "checked";
CREATE INDEX "correlated_event_expiring" ON "correlated_event" ("expires_at") WHERE "expires_at" IS NOT NULL;

ALTER TABLE "wf_run" DROP CONSTRAINT "wf_run_ended";
ALTER TABLE "wf_run" ADD CONSTRAINT "wf_run_ended" CHECK (("status" IN ('RUNNING', 'HALTING', 'HALTED')) = ("ended_at" IS NULL));

ALTER TABLE "family_part" SET (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05);
ALTER TABLE "timer" SET (
  fillfactor = 70, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000,
  autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 1000
);

-- Deletes a family with everything of it and leaves a tombstone. Says ERASED, NOT_FOUND, CHILD when the id is that of a run in another
-- family, or RUNNING when its run goes on, unless `forced`.
DROP FUNCTION "erase_family"(text, text, text);
CREATE FUNCTION "erase_family"(tenant text, family text, erased_by text, forced boolean) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT SET docket.erasing = 'on' AS $$
DECLARE
  run wf_run;
  events integer;
BEGIN
  -- Waits for a step that is under way, and keeps the next one out.
  PERFORM FROM wf_family WHERE tenant_id = tenant AND family_id = family FOR UPDATE;
  IF NOT FOUND THEN
    PERFORM FROM wf_run WHERE tenant_id = tenant AND id = family;
    RETURN CASE WHEN FOUND THEN 'CHILD' ELSE 'NOT_FOUND' END;
  END IF;
  SELECT * INTO run FROM wf_run WHERE tenant_id = tenant AND id = family AND family_id = family;
  IF run.status IN ('RUNNING', 'HALTING') AND NOT forced THEN
    RETURN 'RUNNING';
  END IF;
  DELETE FROM user_task_event WHERE tenant_id = tenant AND family_id = family;
  GET DIAGNOSTICS events = ROW_COUNT;
  DELETE FROM user_task_past_owner WHERE tenant_id = tenant AND family_id = family;
  DELETE FROM user_task_draft WHERE tenant_id = tenant AND family_id = family;
  DELETE FROM user_task_detail WHERE tenant_id = tenant AND family_id = family;
  DELETE FROM user_task_run WHERE tenant_id = tenant AND family_id = family;
  DELETE FROM checkpoint WHERE tenant_id = tenant AND family_id = family;
  DELETE FROM task_queue WHERE tenant_id = tenant AND family_id = family;
  DELETE FROM task_run WHERE tenant_id = tenant AND family_id = family;
  DELETE FROM timer WHERE tenant_id = tenant AND family_id = family;
  DELETE FROM correlation WHERE tenant_id = tenant AND family_id = family;
  DELETE FROM external_event WHERE tenant_id = tenant AND family_id = family;
  DELETE FROM workflow_event WHERE tenant_id = tenant AND family_id = family;
  DELETE FROM searchable_value WHERE tenant_id = tenant AND family_id = family;
  DELETE FROM node_run WHERE tenant_id = tenant AND family_id = family;
  DELETE FROM thread_run WHERE tenant_id = tenant AND family_id = family;
  DELETE FROM wf_run WHERE tenant_id = tenant AND family_id = family AND family_id <> id;
  DELETE FROM wf_run WHERE tenant_id = tenant AND id = family;
  DELETE FROM family_part WHERE tenant_id = tenant AND family_id = family;
  DELETE FROM wf_family WHERE tenant_id = tenant AND family_id = family;
  IF run.id IS NOT NULL THEN
    INSERT INTO wf_run_tombstone (tenant_id, family_id, wf_spec_name, events, erased_at, erased_by)
    VALUES (tenant, family, run.wf_spec_name, events, clock_timestamp(), erased_by);
  END IF;
  RETURN 'ERASED';
END
$$;
