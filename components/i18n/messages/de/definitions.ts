import type { definitions as en } from '../en/definitions.ts';
import type { Translated } from '../translated.ts';

export const definitions: Translated<typeof en> = {};
