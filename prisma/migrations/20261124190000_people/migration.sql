-- People are found by the beginnings of words of their names and ids.
CREATE FUNCTION "person_words"(id text, display_name text) RETURNS tsvector LANGUAGE sql IMMUTABLE AS $$
  SELECT to_tsvector('simple', regexp_replace(concat_ws(' ', id, display_name), '[^[:alnum:]]+', ' ', 'g'))
$$;
CREATE INDEX "user_account_words" ON "user_account" USING gin (person_words("id", "display_name"));
