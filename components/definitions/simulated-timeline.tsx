'use client';

import {
  BellRing,
  CircleAlert,
  CircleCheck,
  CircleSlash,
  CircleX,
  Cog,
  Flag,
  Inbox,
  PenLine,
  UserRoundCheck,
  UserRoundCog,
} from 'lucide';
import type { ReactNode } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { SimulatedEntry, Simulation } from '#contracts/simulation.ts';
import type { Owners } from '#contracts/user-task-run.ts';
import { GroupName, PersonName } from '../people/person-name.tsx';
import { Badge } from '../ui/badge.tsx';
import { useClock } from '../ui/clock.tsx';
import { formatDateTime, formatSpan } from '../ui/format-time.ts';
import { Icon } from '../ui/icon.tsx';
import { Timeline, TimelineGroup, TimelineItem } from '../ui/timeline.tsx';
import type { Tone } from '../ui/tone.ts';

/** Whether a hook brought an entry about: an event of its own, or a task that is told of a user task. */
export const isHook = (entry: SimulatedEntry): boolean =>
  (entry.type === 'USER_TASK' && entry.actorKind === 'hook') ||
  (entry.type === 'TASK_SCHEDULED' && entry.userTask !== null);

/** How often hooks fire: a reminder is told by its event and by its task, and counts once. */
export const countHooks = (entries: readonly SimulatedEntry[]): number =>
  entries.filter((entry) => entry.type === 'USER_TASK' && entry.actorKind === 'hook').length;

/** What would happen, by how much time has passed until then. */
export function SimulatedTimeline({ simulation, onlyHooks }: { simulation: Simulation; onlyHooks: boolean }) {
  const t = useTranslations('definitions.simulate');
  const locale = useLocale();
  const clock = useClock();
  const start = Date.parse(simulation.startedAt);
  const shown = simulation.entries.filter((entry) => !isTwice(entry) && (!onlyHooks || isHook(entry)));
  return (
    <Timeline label={t('timeline')}>
      {groupedByMoment(shown).map(({ at, entries }) => {
        const passed = Date.parse(at) - start;
        const heading = passed < 1000 ? t('start') : t('afterSpan', { span: formatSpan(passed, locale) });
        return (
          <TimelineGroup
            key={at}
            heading={
              <>
                {heading} <span className="font-normal text-muted">· {formatDateTime(new Date(at), clock)}</span>
              </>
            }
          >
            {entries.map((entry, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: entries of one moment have no other name, and are never reordered.
              <Entry key={index} entry={entry} />
            ))}
          </TimelineGroup>
        );
      })}
    </Timeline>
  );
}

/** That a reminder was sent is told by its task, with what it says and to whom. */
const isTwice = (entry: SimulatedEntry): boolean => entry.type === 'USER_TASK' && entry.event.type === 'TASK_EXECUTED';

function groupedByMoment(entries: readonly SimulatedEntry[]): { at: string; entries: SimulatedEntry[] }[] {
  const groups: { at: string; entries: SimulatedEntry[] }[] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    if (last?.at === entry.at) last.entries.push(entry);
    else groups.push({ at: entry.at, entries: [entry] });
  }
  return groups;
}

function Entry({ entry }: { entry: SimulatedEntry }) {
  const t = useTranslations('definitions.simulate');
  const { icon, tone, text } = useLook(entry);
  const cause = entry.type === 'USER_TASK' && entry.actorKind === 'hook' ? entry.cause : null;
  return (
    <TimelineItem
      icon={icon}
      tone={tone}
      title={
        <>
          {isHook(entry) ? <Badge tone="accent">{t('hook')}</Badge> : null} {text}
          {cause === 'on-arrival' || cause === 'on-task-assigned' || cause === 'on-inactivity' ? (
            <span className="text-muted"> – {t(`causes.${cause}`)}</span>
          ) : null}
        </>
      }
    >
      {entry.type === 'TASK_SCHEDULED' && Object.keys(entry.inputs).length > 0 ? (
        <p className="font-mono text-muted text-xs wrap-anywhere">
          {Object.entries(entry.inputs)
            .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
            .join(' · ')}
        </p>
      ) : null}
      {entry.type === 'USER_TASK' && entry.reason ? <p className="text-muted text-sm">{entry.reason}</p> : null}
    </TimelineItem>
  );
}

type Look = { icon: ReactNode; tone: Tone; text: ReactNode };

function useLook(entry: SimulatedEntry): Look {
  const t = useTranslations('definitions.simulate.events');
  const statuses = useTranslations('definitions.simulate.statuses');
  const taskStatuses = useTranslations('runs.taskStatus');
  switch (entry.type) {
    case 'USER_TASK':
      return userTaskLook(entry, t);
    case 'TASK_SCHEDULED':
      return entry.userTask
        ? {
            icon: <Icon of={BellRing} />,
            tone: 'accent',
            text: t.rich('reminder', {
              task: entry.taskDefName,
              node: entry.nodeName ?? '',
              to: () => <Holder owners={entry.userTask ?? NOBODY} />,
            }),
          }
        : {
            icon: <Icon of={Cog} />,
            tone: 'neutral',
            text: t('scheduled', { task: entry.taskDefName, node: entry.nodeName ?? '' }),
          };
    case 'TASK_ENDED':
      return {
        icon: <Icon of={Cog} />,
        tone: entry.status === 'SUCCESS' ? 'success' : 'warning',
        text: t('ended', { task: entry.taskDefName, status: taskStatuses(entry.status) }),
      };
    case 'NODE_FAILED':
      return {
        icon: <Icon of={CircleX} />,
        tone: 'danger',
        text: t('failed', { node: entry.nodeName ?? '', message: entry.message }),
      };
    case 'ANSWER_REFUSED':
      return {
        icon: <Icon of={CircleSlash} />,
        tone: 'warning',
        text: t('refused', { node: entry.nodeName ?? '', detail: entry.detail }),
      };
    case 'RUN_ENDED':
      return {
        icon: <Icon of={Flag} />,
        tone: entry.status === 'COMPLETED' ? 'success' : 'danger',
        text: t('ended_run', { status: statuses(entry.status) }),
      };
  }
}

type UserTaskEntry = Extract<SimulatedEntry, { type: 'USER_TASK' }>;
const NOBODY: Owners = { userId: null, userGroup: null };

function userTaskLook(
  { title, event, cause }: UserTaskEntry,
  t: ReturnType<typeof useTranslations<'definitions.simulate.events'>>,
): Look {
  switch (event.type) {
    case 'ASSIGNED': {
      const { before, after } = event;
      const to = () => <Holder owners={after} />;
      if (before === null) return { icon: <Icon of={Inbox} />, tone: 'info', text: t.rich('arrived', { title, to }) };
      const from = () => <Holder owners={before} />;
      return cause === 'claim' || cause === 'completion'
        ? { icon: <Icon of={UserRoundCheck} />, tone: 'info', text: t.rich('claimed', { title, to }) }
        : { icon: <Icon of={UserRoundCog} />, tone: 'accent', text: t.rich('assigned', { title, from, to }) };
    }
    case 'COMPLETED':
      return { icon: <Icon of={CircleCheck} />, tone: 'success', text: t('completed', { title }) };
    case 'CANCELLED':
      return { icon: <Icon of={CircleX} />, tone: 'danger', text: t('cancelled', { title }) };
    case 'HOOK_FAILED':
      return {
        icon: <Icon of={CircleAlert} />,
        tone: 'danger',
        text: t('hookFailed', { title, message: event.message }),
      };
    case 'SAVED':
      return { icon: <Icon of={PenLine} />, tone: 'neutral', text: t('saved', { title }) };
    default:
      return { icon: <Icon of={PenLine} />, tone: 'neutral', text: t('other', { title }) };
  }
}

/** Who has it: a person by name, a group as it is called. */
function Holder({ owners: { userId, userGroup } }: { owners: Owners }) {
  const t = useTranslations('definitions.simulate');
  if (userId !== null) return <PersonName id={userId} className="align-bottom" />;
  return userGroup === null ? t('nobody') : <GroupName name={userGroup} className="align-bottom" />;
}
