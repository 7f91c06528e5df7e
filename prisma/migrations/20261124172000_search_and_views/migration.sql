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
