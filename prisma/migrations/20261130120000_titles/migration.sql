-- The title of a task per language, where it is that of a form with several.
ALTER TABLE "user_task_run" ADD COLUMN "titles" JSONB;
