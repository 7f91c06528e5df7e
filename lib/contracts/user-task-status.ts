// How a user task stands, apart from its shape so that a browser can ask without zod.
export const USER_TASK_STATUSES = ['UNASSIGNED', 'ASSIGNED', 'DONE', 'CANCELLED'] as const;
export type UserTaskStatus = (typeof USER_TASK_STATUSES)[number];

export const isFinished = (status: UserTaskStatus): boolean => status === 'DONE' || status === 'CANCELLED';
