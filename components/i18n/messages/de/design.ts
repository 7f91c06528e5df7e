import type { design as en } from '../en/design.ts';
import type { Translated } from '../translated.ts';

export const design: Translated<typeof en> = {};
