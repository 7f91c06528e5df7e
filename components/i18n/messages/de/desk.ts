import type { desk as en } from '../en/desk.ts';
import type { Translated } from '../translated.ts';
import { bulk, filters, sort, tasks } from './desk/tasks.ts';

export const desk: Translated<typeof en> = { bulk, filters, sort, tasks };
