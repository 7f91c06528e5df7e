-- What is next is found by the lists of open work: nothing asks this index, and every unclaimed task paid for it.
DROP INDEX "user_task_run_next";
