-- What has changed, for whoever follows it: a row for each tenant in a commit, under the commit's transaction id. Those below the oldest
-- transaction that is still under way are complete: none of them can still appear.
CREATE TABLE "live_change" (
    "position" BIGINT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "changes" JSON NOT NULL,

    CONSTRAINT "live_change_pkey" PRIMARY KEY ("position","tenant_id")
);
ALTER TABLE "live_change" SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 10000);

-- The lowest row says from where on nothing has been forgotten; the first one belongs to nobody.
INSERT INTO "live_change" VALUES (pg_current_xact_id()::text::bigint, '', clock_timestamp(), '[]');

-- That a run was deleted is told with what is left of it.
CREATE FUNCTION "tell_of_deletion"() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  INSERT INTO live_change (position, tenant_id, at, changes)
  VALUES (
    pg_current_xact_id()::text::bigint, NEW.tenant_id, clock_timestamp(),
    json_build_array(json_build_array('r', NEW.family_id, NEW.wf_spec_name, NULL))
  )
  ON CONFLICT (position, tenant_id) DO UPDATE SET at = excluded.at, changes = excluded.changes;
  RETURN NULL;
END
$$;
CREATE TRIGGER "wf_run_tombstone_is_told" AFTER INSERT ON "wf_run_tombstone" FOR EACH ROW EXECUTE FUNCTION "tell_of_deletion"();
