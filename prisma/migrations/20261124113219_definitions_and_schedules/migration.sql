-- CreateTable
CREATE TABLE "definition" (
    "tenant_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "major" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "body" JSON NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "definition_pkey" PRIMARY KEY ("tenant_id","kind","name","major","revision")
);

-- CreateTable
CREATE TABLE "definition_use" (
    "tenant_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "major" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "used_kind" TEXT NOT NULL,
    "used_name" TEXT COLLATE "C" NOT NULL,
    "used_major" INTEGER NOT NULL,
    "used_revision" INTEGER NOT NULL,

    CONSTRAINT "definition_use_pkey" PRIMARY KEY ("tenant_id","kind","name","major","revision","used_kind","used_name","used_major","used_revision")
);

-- CreateTable
CREATE TABLE "retired_version" (
    "tenant_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "major" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,

    CONSTRAINT "retired_version_pkey" PRIMARY KEY ("tenant_id","kind","name","major","revision")
);

-- CreateTable
CREATE TABLE "scheduled_wf_run" (
    "tenant_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "wf_spec_name" TEXT NOT NULL,
    "major_version" INTEGER,
    "revision" INTEGER,
    "cron" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "variables" JSON NOT NULL,
    "parent_id" TEXT,
    "requester" TEXT,
    "is_paused" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "next_at" TIMESTAMPTZ(3),
    "last_at" TIMESTAMPTZ(3),
    "last_failure" TEXT,

    CONSTRAINT "scheduled_wf_run_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "bulk_job" (
    "tenant_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "criteria" JSON NOT NULL,
    "status" TEXT NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "cursor" JSON,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "due_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "bulk_job_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE INDEX "definition_use_tenant_id_used_kind_used_name_used_major_use_idx" ON "definition_use"("tenant_id", "used_kind", "used_name", "used_major", "used_revision");

-- CreateIndex
CREATE INDEX "scheduled_wf_run_tenant_id_created_at_id_idx" ON "scheduled_wf_run"("tenant_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "scheduled_wf_run_tenant_id_wf_spec_name_created_at_id_idx" ON "scheduled_wf_run"("tenant_id", "wf_spec_name", "created_at", "id");

-- CreateIndex
CREATE INDEX "bulk_job_tenant_id_created_at_id_idx" ON "bulk_job"("tenant_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "bulk_job_tenant_id_status_created_at_id_idx" ON "bulk_job"("tenant_id", "status", "created_at", "id");

-- AddForeignKey
ALTER TABLE "definition_use" ADD CONSTRAINT "definition_use_tenant_id_kind_name_major_revision_fkey" FOREIGN KEY ("tenant_id", "kind", "name", "major", "revision") REFERENCES "definition"("tenant_id", "kind", "name", "major", "revision") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "definition_use" ADD CONSTRAINT "definition_use_tenant_id_used_kind_used_name_used_major_us_fkey" FOREIGN KEY ("tenant_id", "used_kind", "used_name", "used_major", "used_revision") REFERENCES "definition"("tenant_id", "kind", "name", "major", "revision") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- What follows Prisma cannot say.

-- Ticks and batches that are due, of all tenants.
CREATE INDEX "scheduled_wf_run_due" ON "scheduled_wf_run" ("next_at") WHERE "next_at" IS NOT NULL;
CREATE INDEX "bulk_job_due" ON "bulk_job" ("due_at") WHERE "status" = 'RUNNING';

ALTER TABLE "definition" ADD CONSTRAINT "definition_kind" CHECK ("kind" IN (
  'TaskDef', 'UserTaskDef', 'StructDef', 'ExternalEventDef', 'WorkflowEventDef', 'WfSpec', 'MigrationPlan'
));
ALTER TABLE "scheduled_wf_run" ADD CONSTRAINT "scheduled_wf_run_paused" CHECK (NOT ("is_paused" AND "next_at" IS NOT NULL));
ALTER TABLE "bulk_job" ADD CONSTRAINT "bulk_job_status" CHECK ("status" IN ('RUNNING', 'COMPLETED', 'FAILED'));
ALTER TABLE "bulk_job" ADD CONSTRAINT "bulk_job_ended" CHECK (("status" = 'RUNNING') = ("ended_at" IS NULL));

-- What was put before moves over.
INSERT INTO "definition" SELECT "tenant_id", 'TaskDef', "name", 0, 0, "body", "created_at" FROM "task_def";
INSERT INTO "definition" SELECT "tenant_id", 'UserTaskDef', "name", "version", 0, "body", "created_at" FROM "user_task_def";
INSERT INTO "definition" SELECT "tenant_id", 'WfSpec', "name", "major_version", "revision", "body", "created_at" FROM "wf_spec" WHERE "deleted_at" IS NULL;
INSERT INTO "retired_version" SELECT "tenant_id", 'WfSpec', "name", "major_version", "revision" FROM "wf_spec" WHERE "deleted_at" IS NOT NULL;
INSERT INTO "definition_use" SELECT "tenant_id", 'WfSpec', "wf_spec_name", "major_version", "revision", 'TaskDef', "task_def_name", 0, 0 FROM "wf_spec_task_def";
INSERT INTO "definition_use" SELECT "tenant_id", 'WfSpec', "wf_spec_name", "major_version", "revision", 'UserTaskDef', "user_task_def_name", "user_task_def_version", 0 FROM "wf_spec_user_task_def";

DROP TABLE "wf_spec_task_def", "wf_spec_user_task_def", "task_def", "user_task_def", "wf_spec";
