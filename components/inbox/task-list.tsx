'use client';

import { ArrowDownNarrowWide, Inbox, SearchX, UsersRound } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Page } from '#contracts/pagination.ts';
import type { UserTaskRunSummary } from '#contracts/user-task-run.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { ScrollArea } from '../ui/scroll-area.tsx';
import { TabNav } from '../ui/tab-nav.tsx';
import { InboxKeys } from './inbox-keys.tsx';
import { type InboxQuery, inboxHref, VIEW_LABELS } from './inbox-query.ts';
import { InboxSearch } from './inbox-search.tsx';
import { TaskRow } from './task-row.tsx';

export type TaskListProps = {
  query: InboxQuery;
  page: Page<UserTaskRunSummary>;
  me: string;
  /** The groups that the list can be narrowed to. */
  groups: readonly string[];
};

/** One view of the inbox: how it is narrowed, its tasks, and the way to the next ones. */
export function TaskList({ query, page, me, groups }: TaskListProps) {
  const { view } = query;
  const oldestFirst = query.sort === 'created';
  const at = (change: Partial<InboxQuery>) => inboxHref({ ...query, ...change });
  const fresh = { bookmark: undefined, task: undefined };
  return (
    <>
      <header className="grid gap-2.5 border-line border-b px-4 pt-3.5 pb-3">
        <div className="flex min-h-8 items-center justify-between gap-2">
          <h2 className="font-semibold text-xl">{VIEW_LABELS[view]}</h2>
          <div className="-mr-1.5 flex items-center">
            <LinkButton
              variant="ghost"
              size="sm"
              href={at({ ...fresh, sort: oldestFirst ? undefined : 'created' })}
              icon={<ArrowDownNarrowWide aria-hidden className={oldestFirst ? '' : 'rotate-180'} />}
            >
              {oldestFirst ? 'Oldest first' : 'Newest first'}
            </LinkButton>
            <InboxKeys />
          </div>
        </div>
        <InboxSearch query={query} />
        {groups.length > 1 ? (
          <TabNav
            label="Groups"
            className="-mb-3 border-b-0"
            tabs={[
              { href: at({ ...fresh, group: undefined }), label: 'All', current: query.group === undefined },
              ...groups.map((group) => ({
                href: at({ ...fresh, group }),
                label: group,
                current: query.group === group,
              })),
            ]}
          />
        ) : null}
      </header>
      <ScrollArea className="flex-1">
        {page.results.length === 0 ? (
          <Nothing query={query} groups={groups} />
        ) : (
          <ul aria-label={`${VIEW_LABELS[view]} tasks`}>
            {page.results.map((task) => {
              const id = `${task.wfRunId}/${task.guid}`;
              return (
                <TaskRow key={id} task={task} me={me} view={view} href={at({ task: id })} open={query.task === id} />
              );
            })}
          </ul>
        )}
        <Pagination
          label={`${VIEW_LABELS[view]} tasks`}
          nextHref={page.bookmark === null ? undefined : at({ bookmark: page.bookmark, task: undefined })}
          firstHref={query.bookmark === undefined ? undefined : at(fresh)}
        />
      </ScrollArea>
    </>
  );
}

function Nothing({ query, groups }: { query: InboxQuery; groups: readonly string[] }) {
  if (query.q || query.bookmark) {
    return (
      <EmptyState
        icon={<SearchX />}
        title={query.q ? 'No task matches' : 'Nothing further'}
        action={
          <LinkButton href={inboxHref({ view: query.view, group: query.group })}>
            {query.q ? 'Clear the search' : 'Back to the first page'}
          </LinkButton>
        }
      >
        {query.q ? <p>Titles and contexts were searched for “{query.q}”.</p> : null}
      </EmptyState>
    );
  }
  const { icon, title, text, action } = emptyViews(groups)[query.view];
  return (
    <EmptyState icon={icon} title={title} action={action}>
      <p>{text}</p>
    </EmptyState>
  );
}

type Emptiness = { icon: ReactNode; title: string; text: string; action?: ReactNode };

function emptyViews(groups: readonly string[]): Record<InboxQuery['view'], Emptiness> {
  return {
    mine: {
      icon: <Inbox />,
      title: 'Nothing waits for you',
      text: 'Tasks that are assigned to you, and those you claim, appear here.',
      action: groups.length > 0 ? <LinkButton href="/inbox?view=available">See what is available</LinkButton> : null,
    },
    available: {
      icon: <UsersRound />,
      title: groups.length > 0 ? 'All claimed' : 'You are in no group',
      text:
        groups.length > 0
          ? `When work arrives for ${groups.join(' or ')}, you can claim it here.`
          : 'Work that is offered to a group appears here for its members. An administrator can add you to one.',
    },
    done: {
      icon: <Inbox />,
      title: 'Nothing done yet',
      text: 'Tasks that you complete are kept here, with their history.',
    },
  };
}
