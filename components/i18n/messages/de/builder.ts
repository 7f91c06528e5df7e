import type { builder as en } from '../en/builder.ts';
import type { Translated } from '../translated.ts';

export const builder: Translated<typeof en> = {};
