import type { dashboards as en } from '../en/dashboards.ts';
import type { Translated } from '../translated.ts';

export const dashboards: Translated<typeof en> = {};
