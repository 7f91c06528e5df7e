// The state of the inbox, all of which lives in the URL, and the search that it stands for.
import { DESK_SEARCHES, openOfGroup } from '#contracts/desk.ts';
import type { CallOf } from '#contracts/operations/table.ts';
import type { SavedView } from '#contracts/saved-view.ts';

export type InboxSearch = Omit<CallOf<'searchUserTaskRuns'>, 'limit' | 'bookmark'>;
export type InboxSort = NonNullable<InboxSearch['sort']>;

/** The lists that everybody has, as the URL names them, and as counts do. */
export const DESK_VIEWS = {
  mine: 'mine',
  available: 'available',
  'due-soon': 'dueSoon',
  overdue: 'overdue',
  waiting: 'waiting',
  done: 'done',
} as const;
export type DeskView = keyof typeof DESK_VIEWS;
/** Besides them, what is open of a group, and a view that was saved. */
export type InboxView = DeskView | 'group' | 'saved';

export type Filters = {
  /** Only what this group holds; for the view `group` it is the group itself. */
  group?: string | undefined;
  /** Only tasks by this definition. */
  form?: string | undefined;
  /** Of this priority at least. */
  priority?: string | undefined;
  /** `overdue`, or due within so many hours. */
  due?: string | undefined;
  q?: string | undefined;
};

/** A filter that is '' takes back what a saved view would filter by. */
export type InboxQuery = Filters & {
  view: InboxView;
  /** The saved view. */
  saved?: string | undefined;
  sort?: InboxSort | undefined;
  /** The open task, as `<wfRunId>/<guid>`. */
  task?: string | undefined;
};

/** As many tasks as come at once. */
export const PAGE_SIZE = 50;

export const PRIORITIES = ['51', '70', '90'] as const;
export const DUES = ['overdue', '24', '72', '168'] as const;
/** By creation every search is sorted; by the rest those that are work to do. */
const WORK_SORTS = ['urgency', 'due', '-priority', 'created', '-created'] as const satisfies InboxSort[];
const PLAIN_SORTS = ['-created', 'created'] as const satisfies InboxSort[];
const FILTERS = ['group', 'form', 'priority', 'due', 'q'] as const;

type Params = { get(name: string): string | null };

/** Reads the address; what makes no sense there counts as absent. */
export function readInboxQuery(params: Params): InboxQuery {
  const view = viewIn(params);
  const isCleared = (name: string) => view === 'saved' && params.get(name) === '';
  const given = (name: string, isSense: (value: string) => boolean) => {
    const value = params.get(name)?.trim();
    if (isCleared(name)) return '';
    return value && isSense(value) ? value : undefined;
  };
  return {
    view,
    saved: view === 'saved' ? given('saved', () => true) : undefined,
    group: given('group', (value) => value.length <= 200),
    form: given('form', (value) => /^[A-Za-z0-9]([-A-Za-z0-9]{0,126}[A-Za-z0-9])?$/.test(value)),
    priority: given('priority', (value) => PRIORITIES.some((known) => known === value)),
    due: given('due', (value) => DUES.some((known) => known === value)),
    q: given('q', (value) => value.length <= 200),
    sort: WORK_SORTS.find((known) => known === params.get('sort')),
    task: given('task', (value) => parseTaskId(value) !== null),
  };
}

function viewIn(params: Params): InboxView {
  const view = params.get('view') ?? '';
  if (Object.hasOwn(DESK_VIEWS, view)) return view as DeskView;
  if (view === 'group' && params.get('group')) return 'group';
  if (view === 'saved' && params.get('saved')) return 'saved';
  return 'mine';
}

/** The address of the inbox in this state. */
export function inboxHref(query: InboxQuery): string {
  const params = new URLSearchParams({ view: query.view });
  for (const name of ['saved', ...FILTERS, 'sort', 'task'] as const) {
    const value = query[name];
    if (value || (value === '' && query.view === 'saved')) params.set(name, value);
  }
  return `/inbox?${params}`;
}

/** The view alone, without what narrows it. */
export const bareView = ({ view, saved, group }: InboxQuery): InboxQuery => ({
  view,
  saved,
  group: view === 'group' ? group : undefined,
});

export const isSameView = (a: InboxQuery, b: InboxQuery): boolean =>
  a.view === b.view && a.saved === b.saved && (a.view !== 'group' || a.group === b.group);

/** What is searched for; `saved` is the view that the query names. */
export function searchOf(query: InboxQuery, saved?: SavedView): InboxSearch {
  const base = baseOf(query, saved);
  const { userTaskDefName, priorityMin, overdue, dueWithinHours, q, userGroup, sort, ...rest } = base;
  const due = query.due === undefined ? { overdue, dueWithinHours } : dueOf(query.due);
  const search = {
    ...rest,
    userGroup: query.view === 'group' || query.group === undefined ? userGroup : query.group || undefined,
    userTaskDefName: query.form === undefined ? userTaskDefName : query.form || undefined,
    priorityMin: query.priority === undefined ? priorityMin : Number(query.priority) || undefined,
    q: query.q === undefined ? q : query.q || undefined,
    ...due,
  };
  const sorts = sortsOf(search);
  const wanted = query.sort ?? sort ?? usualSort(query.view);
  return compact({ ...search, sort: sorts.find((one) => one === wanted) ?? sorts[0] });
}

function baseOf({ view, group = '' }: InboxQuery, saved: SavedView | undefined): InboxSearch {
  if (view === 'saved') return saved?.query ?? DESK_SEARCHES.mine;
  return view === 'group' ? openOfGroup(group) : DESK_SEARCHES[DESK_VIEWS[view]];
}

const dueOf = (due: string): Pick<InboxSearch, 'overdue' | 'dueWithinHours'> =>
  due === 'overdue' ? { overdue: true } : { dueWithinHours: Number(due) || undefined };

function usualSort(view: InboxView): InboxSort {
  switch (view) {
    case 'mine':
    case 'available':
      return 'urgency';
    case 'due-soon':
    case 'overdue':
      return 'due';
    default:
      return '-created';
  }
}

/** The orders that a search can be listed in. */
export function sortsOf({ desk, available }: InboxSearch): readonly InboxSort[] {
  return available || desk === 'mine' || desk === 'workable' ? WORK_SORTS : PLAIN_SORTS;
}

/** What the list is narrowed by, as the filters show it: of a saved view its own ones too. */
export function filtersShown(query: InboxQuery, search: InboxSearch): Filters {
  const { group, form, priority, due, q } = query;
  if (query.view !== 'saved') return { group: query.view === 'group' ? undefined : group, form, priority, due, q };
  const { userGroup, userTaskDefName, priorityMin, overdue, dueWithinHours } = search;
  return {
    group: typeof userGroup === 'string' ? userGroup : undefined,
    form: userTaskDefName,
    priority: priorityMin === undefined ? undefined : String(priorityMin),
    due: overdue ? 'overdue' : dueWithinHours === undefined ? undefined : String(dueWithinHours),
    q: search.q,
  };
}

/** Whether the address narrows or sorts the view otherwise than it is by itself. */
export const isChanged = (query: InboxQuery): boolean =>
  query.sort !== undefined ||
  FILTERS.some((name) => query[name] !== undefined && !(name === 'group' && query.view === 'group'));

/** Without what is undefined, so that two searches for the same are alike. */
function compact<T extends object>(search: T): T {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as T;
}

/** The two parts of a task's id, or null when the text is none. */
export function parseTaskId(text: string): { wfRunId: string; guid: string } | null {
  const [wfRunId, guid, rest] = text.split('/');
  return wfRunId && guid && rest === undefined ? { wfRunId, guid } : null;
}

export const taskIdOf = ({ wfRunId, guid }: { wfRunId: string; guid: string }): string => `${wfRunId}/${guid}`;
