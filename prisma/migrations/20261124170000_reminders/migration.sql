-- What the worker of a reminder is told of the user task: its guid, and who has it.
ALTER TABLE "task_queue" ADD COLUMN "user_task" JSON;
