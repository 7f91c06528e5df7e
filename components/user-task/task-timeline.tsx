'use client';

import {
  AlarmClock,
  ArrowRight,
  Ban,
  CircleCheck,
  CirclePause,
  CirclePlay,
  FileUp,
  Inbox,
  MessageSquare,
  MessageSquareDashed,
  PenLine,
  Save,
  Undo2,
  UserRoundCheck,
  UserRoundCog,
  UserRoundMinus,
} from 'lucide';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Owners, UserTaskEvent, UserTaskRun } from '#contracts/user-task-run.ts';
import { isFinished } from '#contracts/user-task-status.ts';
import { HolderName } from '../people/person-name.tsx';
import { useClock } from '../ui/clock.tsx';
import { formatDay, formatWholeDay, groupByDay } from '../ui/format-day.ts';
import { formatSpan } from '../ui/format-time.ts';
import { Icon } from '../ui/icon.tsx';
import { AbsoluteTime } from '../ui/relative-time.tsx';
import { Timeline, TimelineGroup, TimelineItem, TimelineQuote } from '../ui/timeline.tsx';
import type { Tone } from '../ui/tone.ts';
import { HoldingLine } from './holding-line.tsx';
import { ofKinds, type StoryEntry, type StoryKind, storyOf, type Turn, turnOf } from './task-story.ts';
import { TimelineEdits } from './timeline-edits.tsx';
import { TimelineFilter } from './timeline-filter.tsx';
import { TimelineUpcoming } from './timeline-upcoming.tsx';
import type { Names } from './use-names.ts';

export type TaskTimelineProps = {
  task: UserTaskRun;
  names: Names;
  /** The reader, '' where nobody is "you". */
  me: string;
  /** It is kept or printed: days go by their dates. */
  isLasting?: boolean;
};

/** The assignment history, oldest first and by day, with the whole of it in one line on top and what is to come at its end. */
export function TaskTimeline({ task, names, me, isLasting = false }: TaskTimelineProps) {
  const t = useTranslations('task.story');
  const clock = useClock();
  const [kinds, setKinds] = useState<ReadonlySet<StoryKind>>(new Set());
  const story = storyOf(task.events);
  const shown = ofKinds(story, kinds);
  const days = groupByDay(shown, ({ event }) => new Date(event.at), clock.zone);
  const hasUpcoming = !isFinished(task.status) && (kinds.size === 0 || kinds.has('automation'));
  return (
    <div className="grid gap-4">
      <HoldingLine task={task} />
      <TimelineFilter story={story} kinds={kinds} onKinds={setKinds} />
      <Timeline label={t('label')}>
        {days.map((day) => (
          <TimelineGroup
            key={day.key}
            heading={isLasting ? formatWholeDay(day.first, clock) : formatDay(day.first, clock)}
          >
            {day.items.map((entry) => (
              <HistoryItem key={entry.event.seq} entry={entry} task={task} names={names} />
            ))}
          </TimelineGroup>
        ))}
        {shown.length === 0 ? <p className="text-muted text-sm">{t('nothing')}</p> : null}
        {hasUpcoming ? <TimelineUpcoming task={task} me={me} /> : null}
      </Timeline>
    </div>
  );
}

type HistoryItemProps = { entry: StoryEntry; task: UserTaskRun; names: Names };

function HistoryItem({ entry, task, names }: HistoryItemProps) {
  const t = useTranslations('task.story');
  const { locale } = useClock();
  const { event, heldMs, heldBy } = entry;
  const { icon, tone, key } = lookOf(event);
  // Every sentence takes of these what it needs.
  const values = {
    actor: names.actor(event),
    me: names.verb(event),
    to: event.type === 'ASSIGNED' ? names.to(event.after) : '',
    version: event.type === 'MIGRATED' ? String(event.after) : '',
    count: event.type === 'SAVED' ? event.changes.length : 0,
    message: event.type === 'HOOK_FAILED' ? event.message : '',
    hook: event.type === 'HOOK_CHANGED' ? event.hook.action : '',
    b: (chunks: ReactNode) => (
      <span key="actor" className="font-medium">
        {chunks}
      </span>
    ),
  };
  const held = heldMs === null ? null : t(heldBy?.userId ? 'held' : 'waited', { time: formatSpan(heldMs, locale) });
  const details: ReactNode[] = [];
  if (event.type === 'ASSIGNED' && event.before !== null) {
    details.push(<Change key="change" before={event.before} after={event.after} held={held} />);
  } else if (held !== null) {
    details.push(
      <p key="held" className="tabular-nums">
        {held}
      </p>,
    );
  }
  if (event.reason !== null) details.push(<TimelineQuote key="reason">{event.reason}</TimelineQuote>);
  if (event.type === 'COMMENT_ADDED' || event.type === 'COMMENT_EDITED') {
    details.push(
      <TimelineQuote key="text">
        <span className="whitespace-pre-wrap">{event.text}</span>
      </TimelineQuote>,
    );
  }
  if (event.type === 'SAVED') {
    details.push(<TimelineEdits key="edits" changes={event.changes} fields={task.userTaskDef.fields} />);
  }
  if (event.type === 'HOOK_CHANGED' && event.change === 'POSTPONED' && event.dueAfter !== null) {
    details.push(
      <p key="due" className="flex flex-wrap items-center gap-x-1.5">
        <AbsoluteTime at={event.dueBefore} />
        <Icon of={ArrowRight} className="size-3.5 shrink-0" />
        <AbsoluteTime at={event.dueAfter} />
      </p>,
    );
  }

  return (
    <TimelineItem
      icon={icon}
      tone={tone}
      title={
        <>
          {t.rich(key, values)}
          {event.actorKind === 'admin' ? <span className="text-muted"> {t('admin')}</span> : null}
          {event.actorKind === 'service' && event.onBehalfOf !== null ? (
            <span className="text-muted"> {t('through', { key: event.actorId ?? '' })}</span>
          ) : null}
        </>
      }
      time={<AbsoluteTime at={event.at} timeOnly />}
    >
      {details.length > 0 ? <div className="grid gap-1.5">{details}</div> : null}
    </TimelineItem>
  );
}

type StoryKey =
  | Turn
  | 'saved'
  | 'changed'
  | 'commented'
  | 'editedComment'
  | 'deletedComment'
  | 'migrated'
  | 'suspended'
  | 'resumed'
  | 'reminded'
  | 'hookFailed'
  | 'FIRED'
  | 'POSTPONED'
  | 'DISARMED';

type Look = { icon: ReactNode; tone: Tone; key: StoryKey };

function lookOf(event: UserTaskEvent): Look {
  switch (event.type) {
    case 'ASSIGNED':
    case 'COMPLETED':
    case 'CANCELLED': {
      const turn = turnOf(event);
      return { ...TURNS[turn], key: turn };
    }
    case 'SAVED': {
      const isFirst = event.changes.every(({ before }) => before === null);
      return { icon: <Icon of={Save} />, tone: 'neutral', key: isFirst ? 'saved' : 'changed' };
    }
    case 'COMMENT_ADDED':
      return { icon: <Icon of={MessageSquare} />, tone: 'neutral', key: 'commented' };
    case 'COMMENT_EDITED':
      return { icon: <Icon of={PenLine} />, tone: 'neutral', key: 'editedComment' };
    case 'COMMENT_DELETED':
      return { icon: <Icon of={MessageSquareDashed} />, tone: 'neutral', key: 'deletedComment' };
    case 'MIGRATED':
      return { icon: <Icon of={FileUp} />, tone: 'info', key: 'migrated' };
    case 'SUSPENDED':
      return { icon: <Icon of={CirclePause} />, tone: 'warning', key: 'suspended' };
    case 'RESUMED':
      return { icon: <Icon of={CirclePlay} />, tone: 'info', key: 'resumed' };
    case 'TASK_EXECUTED':
      return { icon: <Icon of={AlarmClock} />, tone: 'info', key: 'reminded' };
    case 'HOOK_FAILED':
      return { icon: <Icon of={AlarmClock} />, tone: 'danger', key: 'hookFailed' };
    case 'HOOK_CHANGED':
      return { icon: <Icon of={AlarmClock} />, tone: 'warning', key: event.change };
  }
}

const TURNS: Record<Turn, Omit<Look, 'key'>> = {
  created: { icon: <Icon of={Inbox} />, tone: 'info' },
  claimed: { icon: <Icon of={UserRoundCheck} />, tone: 'accent' },
  released: { icon: <Icon of={UserRoundMinus} />, tone: 'warning' },
  tookOver: { icon: <Icon of={UserRoundCog} />, tone: 'accent' },
  handedOver: { icon: <Icon of={UserRoundCog} />, tone: 'accent' },
  undone: { icon: <Icon of={Undo2} />, tone: 'warning' },
  assigned: { icon: <Icon of={UserRoundCog} />, tone: 'accent' },
  completed: { icon: <Icon of={CircleCheck} />, tone: 'success' },
  cancelled: { icon: <Icon of={Ban} />, tone: 'danger' },
};

type ChangeProps = { before: Owners; after: Owners; held: string | null };

function Change({ before, after, held }: ChangeProps) {
  const t = useTranslations('task.story');
  return (
    <p className="flex flex-wrap items-center gap-x-1.5 gap-y-0.5">
      <span className="sr-only">{t('from')}</span>
      <HolderName owners={before} />
      <Icon of={ArrowRight} className="size-3.5 shrink-0" />
      <span className="sr-only">{t('to')}</span>
      <HolderName owners={after} className="text-ink" />
      {held === null ? null : <span className="shrink-0 pl-1 tabular-nums">{held}</span>}
    </p>
  );
}
