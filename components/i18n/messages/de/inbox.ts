import type { inbox as en } from '../en/inbox.ts';
import type { Translated } from '../translated.ts';

export const inbox: Translated<typeof en> = {};
