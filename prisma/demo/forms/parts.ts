// What several forms ask.
import type { CallOf } from '#contracts/operations/table.ts';

export type Form = CallOf<'putUserTaskDef'>;

/** A longer text that may be left out. */
export const remark = (en: string, de: string) =>
  ({ name: 'remark', type: 'STR', widget: 'multiline', required: false, displayName: { en, de } }) as const;
