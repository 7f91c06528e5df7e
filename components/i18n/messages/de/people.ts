import type { people as en } from '../en/people.ts';
import type { Translated } from '../translated.ts';

export const people: Translated<typeof en> = {};
