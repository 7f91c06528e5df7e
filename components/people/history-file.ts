// A person's assignment history as a file to keep.
import type { PersonEvent } from '#contracts/user-task-history.ts';

const COLUMNS = [
  'at',
  'type',
  'cause',
  'actorKind',
  'actorId',
  'onBehalfOf',
  'reason',
  'fromUser',
  'fromGroup',
  'toUser',
  'toGroup',
  'heldSeconds',
  'title',
  'context',
  'status',
  'wfSpecName',
  'userTaskDefName',
  'wfRunId',
  'guid',
] as const;

/** As comma-separated values, a row for each event, in the order given. */
export function historyCsv(entries: readonly PersonEvent[]): string {
  const rows = entries.map((entry) => {
    const row = rowOf(entry);
    return COLUMNS.map((column) => cell(row[column])).join(',');
  });
  return `${[COLUMNS.join(','), ...rows].join('\r\n')}\r\n`;
}

type Row = Record<(typeof COLUMNS)[number], string | number | null>;

function rowOf({ event, task, heldSeconds }: PersonEvent): Row {
  const before = event.type === 'ASSIGNED' ? event.before : null;
  const after = event.type === 'ASSIGNED' ? event.after : null;
  const { at, type, cause, actorKind, actorId, onBehalfOf, reason } = event;
  const { title, context, status, wfSpecName, userTaskDefName, wfRunId, guid } = task;
  return {
    ...{ at, type, cause, actorKind, actorId, onBehalfOf, reason },
    fromUser: before?.userId ?? null,
    fromGroup: before?.userGroup ?? null,
    toUser: after?.userId ?? null,
    toGroup: after?.userGroup ?? null,
    heldSeconds: heldSeconds === null ? null : Math.round(heldSeconds),
    ...{ title, context, status, wfSpecName, userTaskDefName, wfRunId, guid },
  };
}

/** Quoted where it must be; a text that a spreadsheet would take for a formula is marked as text. */
function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
