'use client';

import { useQuery } from '@tanstack/react-query';
import { type ReactNode, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { SavedView } from '#contracts/saved-view.ts';
import type { UserTaskRun, UserTaskRunSummary } from '#contracts/user-task-run.ts';
import type { BulkKind } from '../bulk/bulk.ts';
import { useShortcuts } from '../shell/use-shortcuts.ts';
import { later } from '../ui/later.tsx';
import { Panes } from '../ui/panes.tsx';
import type { InboxActions } from './inbox-actions.ts';
import type { Asked } from './inbox-dialog.tsx';
import { inboxHref, parseTaskId, searchOf, taskIdOf } from './inbox-query.ts';
import { ListHeader, News } from './list-header.tsx';
import { ListNarrowing } from './list-narrowing.tsx';
import { loadInboxParts } from './load-inbox-parts.ts';
import { viewsQuery } from './queries.ts';
import { TaskList } from './task-list.tsx';
import { TaskPane } from './task-pane.tsx';
import { useInboxQuery } from './use-inbox-query.ts';
import { useListCount } from './use-list-count.ts';
import { useMoves } from './use-moves.ts';
import { useNextTask } from './use-next-task.ts';
import { useSelection } from './use-selection.ts';
import { useTaskCommands } from './use-task-commands.ts';
import { type GivenPage, useTaskList } from './use-task-list.ts';
import { useViewName } from './use-view-name.ts';

const BulkBar = later(() => loadInboxParts().then((parts) => parts.BulkBar));
const InboxDialog = later(() => loadInboxParts().then((parts) => parts.InboxDialog));

export type InboxProps = {
  person: { userId: string; groups: readonly string[]; isAdmin: boolean };
  /** What the server read for the address that the page was asked for. */
  given: GivenPage & { task: UserTaskRun | null; views: SavedView[] };
  actions: InboxActions;
  /** Stands where no task is open. */
  noTask: ReactNode;
};

/** A person's work: the list of a view, and beside it the task that is open. */
export function Inbox({ person, given, actions, noTask }: InboxProps) {
  const t = useTranslations('inbox');
  const nameOf = useViewName();
  const { query, go } = useInboxQuery();
  const { data: views } = useQuery({ ...viewsQuery, initialData: given.views });
  const saved = query.view === 'saved' ? views.find(({ id }) => id === query.saved) : undefined;
  // The same search is the same object, whatever else changes in the address.
  const searched = JSON.stringify(searchOf(query, saved));
  const search = useMemo(() => JSON.parse(searched) as ReturnType<typeof searchOf>, [searched]);
  const [asking, setAsking] = useState<Asked | null>(null);

  const scroller = useRef<HTMLDivElement>(null);
  const listbox = useRef<HTMLDivElement>(null);
  const detail = useRef<HTMLDivElement>(null);
  const isResting = useCallback(() => !scroller.current?.matches(':hover'), []);
  const { list, rows, patch, lookSoon, news, showNews } = useTaskList(search, person, given, isResting);
  const ids = useMemo(() => rows.map(({ id }) => id), [rows]);
  const selection = useSelection(ids);
  const moves = useMoves({ ids, place: searched, query, go, listbox, detail });
  const { active } = moves;
  const title = nameOf(query, saved);
  const count = useListCount(query, search);

  useEffect(() => {
    document.title = `${title} · Docket`;
  }, [title]);

  function onChanged(task: UserTaskRun) {
    patch(task);
    lookSoon();
  }

  const { giveNext, isGiving } = useNextTask(actions, (task) => {
    onChanged(task);
    moves.open(taskIdOf(task));
  });

  /** On to the next of the list that is the reader's, else to the most urgent that they may claim. */
  function goOn(done: UserTaskRun, isHeld: (task: UserTaskRunSummary) => boolean) {
    const at = ids.indexOf(taskIdOf(done));
    const others = [...rows.slice(at + 1), ...rows.slice(0, Math.max(at, 0))];
    const mine = others.find(
      ({ task, isGone }) => !isGone && task.status === 'ASSIGNED' && task.userId === person.userId && !isHeld(task),
    );
    if (mine) moves.open(mine.id);
    else void giveNext();
  }

  function show() {
    showNews();
    scroller.current?.scrollTo({ top: 0 });
  }

  function ask(kind: BulkKind) {
    setAsking({ kind, tasks: rows.filter(({ id }) => selection.selected.has(id)).map(({ task }) => task) });
  }

  const isSelecting = selection.selected.size > 0;
  const onNext = person.groups.length > 0 ? () => void giveNext() : undefined;
  useShortcuts({
    j: () => moves.step(1),
    k: () => moves.step(-1),
    x: active === null ? undefined : () => selection.toggle(active),
    X: active === null ? undefined : () => selection.selectUpTo(active),
    n: onNext,
    z: () => void loadInboxParts().then(({ takeBack }) => takeBack()),
    '.': news > 0 ? show : undefined,
    '?': () => setAsking('keys'),
    Escape: isSelecting ? selection.clear : moves.toList,
  });
  // With several selected, the keys of the open task are those of the selection.
  const assign = person.isAdmin ? () => ask('assign') : undefined;
  useShortcuts(isSelecting ? { c: () => ask('claim'), r: () => ask('release'), a: assign } : {}, { first: true });
  useTaskCommands(query.task, onNext);

  const openTask = query.task === undefined ? null : parseTaskId(query.task);
  return (
    <>
      <Panes
        heading={t('heading', { view: title })}
        listLabel={t('tasks')}
        detailLabel={t('task')}
        showing={openTask ? 'detail' : 'list'}
        list={
          <>
            <ListHeader
              title={title}
              count={count}
              onNext={onNext}
              isGivingNext={isGiving}
              onKeys={() => setAsking('keys')}
            >
              <ListNarrowing
                onFound={() => moves.step(1)}
                query={query}
                go={go}
                search={search}
                saved={saved}
                groups={person.groups}
                isBusy={list.isFetching}
                actions={actions.views}
                onSave={() => setAsking('save')}
              />
            </ListHeader>
            <div className="relative flex min-h-0 flex-1 flex-col">
              <News count={news} onShow={show} />
              <TaskList
                key={searched}
                place={searched}
                label={title}
                list={list}
                rows={rows}
                query={query}
                groups={person.groups}
                total={count?.count ?? 0}
                me={person.userId}
                isMine={search.desk === 'mine' || search.desk === 'done'}
                selection={selection}
                moves={moves}
                scroller={scroller}
                listbox={listbox}
              />
            </div>
            {isSelecting ? (
              <Suspense>
                <BulkBar
                  count={selection.selected.size}
                  isAdmin={person.isAdmin}
                  onAct={ask}
                  onSelectAll={selection.selectAll}
                  onClear={selection.clear}
                />
              </Suspense>
            ) : null}
          </>
        }
        detail={
          <div ref={detail} tabIndex={-1} className="flex min-h-0 flex-1 flex-col outline-none">
            {openTask ? (
              <TaskPane
                key={query.task}
                id={openTask}
                given={given.task && taskIdOf(given.task) === query.task ? given.task : null}
                reader={person}
                actions={actions.task}
                back={{ href: inboxHref({ ...query, task: undefined }), label: title }}
                pageHref={`/tasks/${query.task}`}
                onChanged={onChanged}
                onNext={goOn}
              />
            ) : rows.length > 0 || list.isPending ? (
              noTask
            ) : null}
          </div>
        }
      />
      {asking ? (
        <Suspense>
          <InboxDialog
            asked={asking}
            onAsk={setAsking}
            search={search}
            groups={person.groups}
            actions={actions}
            onSaved={({ id }) => go({ view: 'saved', saved: id, task: query.task })}
            onDone={() => {
              selection.clear();
              lookSoon();
            }}
          />
        </Suspense>
      ) : null}
    </>
  );
}
