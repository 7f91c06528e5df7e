-- Each event of a user task carries the hash of itself and of the one before it. Events from before have none.
ALTER TABLE "user_task_event" ADD COLUMN "hash" BYTEA NOT NULL DEFAULT '';
ALTER TABLE "user_task_event" ALTER COLUMN "hash" DROP DEFAULT;

-- What is left of a deleted run: why, and of each of its user tasks how its history ended.
ALTER TABLE "wf_run_tombstone" ADD COLUMN "reason" TEXT, ADD COLUMN "histories" JSON NOT NULL DEFAULT '[]';
ALTER TABLE "wf_run_tombstone" ALTER COLUMN "histories" DROP DEFAULT;

-- Only erase_family takes rows out of the history. The mark that it sets can be set by anybody, what it runs as cannot: it is the table's
-- owner, which the app's role need not be.
CREATE OR REPLACE FUNCTION "refuse_history_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('docket.erasing', true) = 'on'
    AND current_user = (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'The history of user tasks is append-only' USING ERRCODE = 'restrict_violation';
END
$$;

-- A tombstone stays.
CREATE FUNCTION "refuse_tombstone_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'What is left of a deleted run stays' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER "wf_run_tombstone_stays" BEFORE UPDATE OR DELETE OR TRUNCATE ON "wf_run_tombstone" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_tombstone_change"();

-- Deletes a family with everything of it and leaves a tombstone. Says ERASED, NOT_FOUND, CHILD when the id is that of a run in another
-- family, or RUNNING when its run goes on, unless `forced`.
DROP FUNCTION "erase_family"(text, text, text, boolean);
CREATE FUNCTION "erase_family"(tenant text, family text, erased_by text, reason text, forced boolean) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT SET docket.erasing = 'on' AS $$
DECLARE
  run wf_run;
  events integer;
  histories json;
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
  SELECT coalesce(json_agg(json_build_object(
    'wfRunId', e.wf_run_id, 'guid', e.guid, 'events', e.seq + 1, 'lastHash', encode(e.hash, 'hex')
  ) ORDER BY e.wf_run_id, e.guid), '[]') INTO histories FROM (
    SELECT DISTINCT ON (wf_run_id, guid) wf_run_id, guid, seq, hash FROM user_task_event
    WHERE tenant_id = tenant AND family_id = family ORDER BY wf_run_id, guid, seq DESC
  ) e;
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
    INSERT INTO wf_run_tombstone (tenant_id, family_id, wf_spec_name, events, erased_at, erased_by, reason, histories)
    VALUES (tenant, family, run.wf_spec_name, events, clock_timestamp(), erased_by, erase_family.reason, histories);
  END IF;
  RETURN 'ERASED';
END
$$;
