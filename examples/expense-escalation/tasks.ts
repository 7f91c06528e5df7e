// What the worker does. A reminder knows whom it is for: the owner, or the group while nobody has claimed the task.
import { taskHandler } from '#sdk';
import { remind, tellRequester } from './definitions.ts';

export const tasks = {
  'remind-of-expense': taskHandler(remind, ({ text }, { userTask, log }) => {
    log(`to ${userTask?.userId ?? `all of ${userTask?.userGroup}`}: ${text}`);
  }),
  'tell-requester': taskHandler(tellRequester, ({ to, text }, { log }) => log(`to ${to}: ${text}`)),
};
