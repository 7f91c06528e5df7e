-- People are found by the beginnings of words of their names and ids.
CREATE FUNCTION "person_words"(id text, display_name text) RETURNS tsvector LANGUAGE sql IMMUTABLE AS $$
  SELECT to_tsvector('simple', regexp_replace(concat_ws(' ', id, display_name), '[^[:alnum:]]+', ' ', 'g'))
$$;
CREATE INDEX "user_account_words" ON "user_account" USING gin (person_words("id", "display_name"));

-- What a person did to tasks, got and gave up, by time: of the changes of owner and the ends alone.
CREATE INDEX "user_task_event_by_actor" ON "user_task_event" ("tenant_id", "actor_id", "at", "wf_run_id", "guid", "seq")
  WHERE "actor_kind" IN ('user', 'admin') AND ("body" ->> 'type') IN ('ASSIGNED', 'COMPLETED', 'CANCELLED');
CREATE INDEX "user_task_event_on_behalf" ON "user_task_event" ("tenant_id", "on_behalf_of", "at", "wf_run_id", "guid", "seq")
  WHERE "on_behalf_of" IS NOT NULL AND ("body" ->> 'type') IN ('ASSIGNED', 'COMPLETED', 'CANCELLED');
CREATE INDEX "user_task_event_got" ON "user_task_event" ("tenant_id", ("body" -> 'after' ->> 'userId'), "at", "wf_run_id", "guid", "seq")
  WHERE ("body" ->> 'type') = 'ASSIGNED' AND ("body" -> 'after' ->> 'userId') IS NOT NULL;
CREATE INDEX "user_task_event_gave" ON "user_task_event" ("tenant_id", ("body" -> 'before' ->> 'userId'), "at", "wf_run_id", "guid", "seq")
  WHERE ("body" ->> 'type') = 'ASSIGNED' AND ("body" -> 'before' ->> 'userId') IS NOT NULL;

-- When a service key was last used, to the minute.
ALTER TABLE "api_key" ADD COLUMN "last_used_at" TIMESTAMPTZ(3);
