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
} from 'lucide-react';
import type { ReactNode } from 'react';
import { holdingsOf } from '#contracts/holdings.ts';
import { fieldLabel, type UserTaskDef } from '#contracts/user-task-def.ts';
import type { Owners, UserTaskEvent, UserTaskRun } from '#contracts/user-task-run.ts';
import { useClock } from '../ui/clock.tsx';
import { formatDay, formatSpan, groupByDay } from '../ui/format-time.ts';
import { AbsoluteTime } from '../ui/relative-time.tsx';
import { Timeline, TimelineGroup, TimelineItem, TimelineQuote } from '../ui/timeline.tsx';
import type { Tone } from '../ui/tone.ts';
import { inWords } from './answers.ts';
import { TaskOwner } from './owner.tsx';
import { actorName, type StoryEntry, storyOf } from './task-story.ts';

/** The assignment history, oldest first and by day, with the whole of it in one line on top. */
export function TaskTimeline({ task, me }: { task: UserTaskRun; me: string }) {
  const clock = useClock();
  const days = groupByDay(storyOf(task.events), ({ event }) => new Date(event.at), clock.zone);
  return (
    <div className="grid gap-5">
      <HoldingLine task={task} me={me} />
      <Timeline label="Assignment history">
        {days.map((day) => (
          <TimelineGroup key={day.key} heading={formatDay(day.first, clock)}>
            {day.items.map((entry) => (
              <HistoryItem key={entry.event.seq} entry={entry} def={task.userTaskDef} me={me} />
            ))}
          </TimelineGroup>
        ))}
      </Timeline>
    </div>
  );
}

function HoldingLine({ task, me }: { task: UserTaskRun; me: string }) {
  const { now, locale } = useClock();
  const end = { DONE: 'Done', CANCELLED: 'Cancelled', ASSIGNED: null, UNASSIGNED: null }[task.status];
  return (
    <ol aria-label="In short" className="flex flex-wrap items-center gap-x-1.5 gap-y-1 text-muted text-sm">
      <li>Created</li>
      {holdingsOf(task.events).map(({ owners, from, seconds }) => (
        <li key={from} className="flex min-w-0 items-center gap-1.5">
          <ArrowRight aria-hidden className="size-3.5 shrink-0" />
          <TaskOwner owners={owners} me={me} className="font-medium text-ink" />
          <span className="shrink-0 tabular-nums">
            {formatSpan(seconds === null ? Math.max(now - Date.parse(from), 0) : seconds * 1000, locale)}
          </span>
        </li>
      ))}
      {end ? (
        <li className="flex items-center gap-1.5">
          <ArrowRight aria-hidden className="size-3.5" />
          {end}
        </li>
      ) : null}
    </ol>
  );
}

function HistoryItem({ entry, def, me }: { entry: StoryEntry; def: UserTaskDef; me: string }) {
  const { event, heldMs, heldBy } = entry;
  const { locale } = useClock();
  const { icon, tone, verb } = lookOf(event, me);
  const details: ReactNode[] = [];
  const held = heldMs === null ? null : `${heldBy?.userId ? 'held' : 'waited'} ${formatSpan(heldMs, locale)}`;
  if (event.type === 'ASSIGNED' && event.before !== null) {
    details.push(<Change key="change" before={event.before} after={event.after} held={held} me={me} />);
  } else if (held !== null) {
    details.push(
      <p key="held" className="tabular-nums">
        {held}
      </p>,
    );
  }
  if (event.reason !== null) details.push(<TimelineQuote key="reason">{event.reason}</TimelineQuote>);
  if (event.type === 'COMMENT_ADDED' || event.type === 'COMMENT_EDITED') {
    details.push(<TimelineQuote key="text">{event.text}</TimelineQuote>);
  }
  if (event.type === 'SAVED') details.push(<Edits key="edits" changes={event.changes} def={def} />);

  return (
    <TimelineItem
      icon={icon}
      tone={tone}
      title={
        <>
          <span className="font-medium">{actorName(event, me)}</span>
          {event.actorKind === 'admin' ? <span className="text-muted"> (admin)</span> : null} {verb}
          {event.actorKind === 'service' && event.onBehalfOf !== null ? (
            <span className="text-muted"> through {event.actorId}</span>
          ) : null}
        </>
      }
      time={<AbsoluteTime at={event.at} timeOnly />}
    >
      {details.length > 0 ? <div className="grid gap-1.5">{details}</div> : null}
    </TimelineItem>
  );
}

const HOOK_VERBS = { FIRED: 'fired', POSTPONED: 'put off', DISARMED: 'disarmed' } as const;
const HOOK_NAMES = { TASK: 'a reminder', REASSIGN: 'a reassignment', CANCEL: 'a cancellation' } as const;

type Look = { icon: ReactNode; tone: Tone; verb: string };

function lookOf(event: UserTaskEvent, me: string): Look {
  switch (event.type) {
    case 'ASSIGNED':
      return assignmentLook(event.cause, event.after, me);
    case 'SAVED':
      return { icon: <Save />, tone: 'neutral', verb: 'saved a draft' };
    case 'COMMENT_ADDED':
      return { icon: <MessageSquare />, tone: 'neutral', verb: 'commented' };
    case 'COMMENT_EDITED':
      return { icon: <PenLine />, tone: 'neutral', verb: 'edited a comment' };
    case 'COMMENT_DELETED':
      return { icon: <MessageSquareDashed />, tone: 'neutral', verb: 'deleted a comment' };
    case 'MIGRATED':
      return { icon: <FileUp />, tone: 'info', verb: `moved it to version ${event.after} of its form` };
    case 'SUSPENDED':
      return { icon: <CirclePause />, tone: 'warning', verb: 'suspended it: the workflow is halted' };
    case 'RESUMED':
      return { icon: <CirclePlay />, tone: 'info', verb: 'took it up again' };
    case 'TASK_EXECUTED':
      return { icon: <AlarmClock />, tone: 'info', verb: 'sent a reminder' };
    case 'HOOK_FAILED':
      return { icon: <AlarmClock />, tone: 'danger', verb: `failed: ${event.message}` };
    case 'HOOK_CHANGED':
      return {
        icon: <AlarmClock />,
        tone: 'warning',
        verb: `${HOOK_VERBS[event.change]} ${HOOK_NAMES[event.hook.action]}`,
      };
    case 'COMPLETED':
      return { icon: <CircleCheck />, tone: 'success', verb: 'completed the task' };
    case 'CANCELLED':
      return { icon: <Ban />, tone: 'danger', verb: 'cancelled the task' };
  }
}

function assignmentLook(cause: UserTaskEvent['cause'], after: Owners, me: string): Look {
  const to = after.userId === me ? 'you' : (after.userId ?? after.userGroup ?? 'nobody');
  switch (cause) {
    case 'arrival':
      return { icon: <Inbox />, tone: 'info', verb: `created it for ${to}` };
    case 'claim':
    case 'completion':
      return { icon: <UserRoundCheck />, tone: 'accent', verb: 'claimed it' };
    case 'release':
      return { icon: <Undo2 />, tone: 'warning', verb: `released it to ${to}` };
    case 'take-over':
      return { icon: <UserRoundCog />, tone: 'accent', verb: 'took it over' };
    case 'hand-over':
      return { icon: <UserRoundCog />, tone: 'accent', verb: `handed it over to ${to}` };
    case 'undo':
      return { icon: <Undo2 />, tone: 'warning', verb: `took that back: it is with ${to}` };
    default:
      return { icon: <UserRoundCog />, tone: 'accent', verb: `assigned it to ${to}` };
  }
}

type ChangeProps = { before: Owners; after: Owners; held: string | null; me: string };

function Change({ before, after, held, me }: ChangeProps) {
  return (
    <p className="flex flex-wrap items-center gap-x-1.5 gap-y-0.5">
      <span className="sr-only">From</span>
      <TaskOwner owners={before} me={me} />
      <ArrowRight aria-hidden className="size-3.5 shrink-0" />
      <span className="sr-only">to</span>
      <TaskOwner owners={after} me={me} className="text-ink" />
      {held === null ? null : <span className="shrink-0 pl-1 tabular-nums">{held}</span>}
    </p>
  );
}

type Edit = Extract<UserTaskEvent, { type: 'SAVED' }>['changes'][number];

function Edits({ changes, def }: { changes: readonly Edit[]; def: UserTaskDef }) {
  const fields = new Map(def.fields.map((field) => [field.name, field]));
  return (
    <ul className="grid gap-1">
      {changes.map(({ field: name, before, after }) => {
        const field = fields.get(name);
        return (
          <li key={name} className="wrap-anywhere">
            {field ? fieldLabel(field) : name}{' '}
            {before === null ? null : (
              <>
                <del>{inWords(field, before)}</del>{' '}
              </>
            )}
            <ins className="text-ink no-underline">{inWords(field, after)}</ins>
          </li>
        );
      })}
    </ul>
  );
}
