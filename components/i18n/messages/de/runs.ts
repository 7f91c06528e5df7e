import type { runs as en } from '../en/runs.ts';
import type { Translated } from '../translated.ts';

export const runs: Translated<typeof en> = {};
