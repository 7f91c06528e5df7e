import type { task as en } from '../en/task.ts';
import type { Translated } from '../translated.ts';

export const task: Translated<typeof en> = {};
