/** The state of the inbox, all of which lives in the URL. */
export type InboxView = 'mine' | 'available' | 'done';

export type InboxQuery = {
  view: InboxView;
  /** Only what this group holds. */
  group?: string | undefined;
  /** The open task, as `<wfRunId>/<guid>`. */
  task?: string | undefined;
  q?: string | undefined;
  sort?: 'created' | undefined;
  bookmark?: string | undefined;
};

export const VIEW_LABELS: Record<InboxView, string> = { mine: 'Mine', available: 'Available', done: 'Done' };

type SearchParams = Record<string, string | string[] | undefined>;

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) || undefined;

/** Reads the address; what makes no sense there counts as absent. */
export function readInboxQuery(params: SearchParams): InboxQuery {
  const view = one(params.view);
  return {
    view: view === 'available' || view === 'done' ? view : 'mine',
    group: one(params.group),
    task: one(params.task),
    q: one(params.q),
    sort: one(params.sort) === 'created' ? 'created' : undefined,
    bookmark: one(params.bookmark),
  };
}

/** The address of the inbox in this state. */
export function inboxHref(query: InboxQuery): string {
  const params = new URLSearchParams({ view: query.view });
  for (const name of ['group', 'q', 'sort', 'bookmark', 'task'] as const) {
    const value = query[name];
    if (value) params.set(name, value);
  }
  return `/inbox?${params}`;
}

/** The two parts of a task's id, or null when the text is none. */
export function parseTaskId(text: string): { wfRunId: string; guid: string } | null {
  const [wfRunId, guid, rest] = text.split('/');
  return wfRunId && guid && rest === undefined ? { wfRunId, guid } : null;
}
