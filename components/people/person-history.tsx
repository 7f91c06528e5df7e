'use client';

import {
  ArrowLeftRight,
  Ban,
  CircleCheck,
  Inbox,
  LogOut,
  Undo2,
  UserRoundCheck,
  UserRoundCog,
  UserRoundMinus,
} from 'lucide';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { PersonEvent } from '#contracts/user-task-history.ts';
import type { Owners, UserTaskEvent } from '#contracts/user-task-run.ts';
import { useClock } from '../ui/clock.tsx';
import { formatDay, groupByDay } from '../ui/format-day.ts';
import { formatSpan } from '../ui/format-time.ts';
import { Icon } from '../ui/icon.tsx';
import { AbsoluteTime } from '../ui/relative-time.tsx';
import { TextLink } from '../ui/text-link.tsx';
import { Timeline, TimelineGroup, TimelineItem, TimelineQuote } from '../ui/timeline.tsx';
import type { Tone } from '../ui/tone.ts';
import { useTaskTitle } from '../user-task/use-task-title.ts';
import { type PersonTurn, peopleIn, personTurn } from './person-turn.ts';
import { usePersonNames } from './use-person-names.ts';

export type PersonHistoryProps = { userId: string; entries: readonly PersonEvent[] };

/** What a person had, from whom and to whom it went, when, why and after how long; the latest first, by day. */
export function PersonHistory({ userId, entries }: PersonHistoryProps) {
  const t = useTranslations('desk.history');
  const titleOf = useTaskTitle();
  const clock = useClock();
  const nameOf = usePersonNames(entries.flatMap(({ event }) => peopleIn(event)));
  const days = groupByDay(entries, ({ event }) => new Date(event.at), clock.zone);

  const actor = ({ actorKind, actorId }: UserTaskEvent): string => {
    if (actorKind === 'engine') return t('workflow');
    if (actorKind === 'hook') return t('hook');
    if (actorKind === 'service') return t('key', { name: actorId ?? '' });
    return actorId === null ? t('workflow') : nameOf(actorId);
  };
  const owner = (owners: Owners | null): string =>
    owners?.userId ? nameOf(owners.userId) : (owners?.userGroup ?? t('nobody'));

  return (
    <Timeline label={t('label')}>
      {days.map((day) => (
        <TimelineGroup key={day.key} heading={formatDay(day.first, clock)}>
          {day.items.map(({ event, task, heldSeconds }) => {
            const turn = personTurn(event, userId);
            const { icon, tone } = LOOKS[turn];
            const isChange = event.type === 'ASSIGNED';
            const from = turn === 'got' ? actor(event) : owner(isChange ? event.before : null);
            const values = {
              actor: actor(event),
              from,
              to: owner(isChange ? event.after : null),
              other: event.onBehalfOf === null ? '' : nameOf(event.onBehalfOf),
            };
            return (
              <TimelineItem
                key={`${task.wfRunId}/${task.guid}/${event.seq}`}
                icon={icon}
                tone={tone}
                title={
                  <>
                    <span className="font-medium">{t(turn, values)}</span>
                    {heldSeconds !== null && heldSeconds >= 1 ? (
                      <span className="text-muted tabular-nums">
                        {' '}
                        · {t('held', { time: formatSpan(heldSeconds * 1000, clock.locale) })}
                      </span>
                    ) : null}
                  </>
                }
                time={<AbsoluteTime at={event.at} timeOnly />}
              >
                <p>
                  <TextLink href={`/tasks/${task.wfRunId}/${task.guid}?from=admin`}>{titleOf(task)}</TextLink>
                  {task.context === null ? null : ` · ${task.context}`}
                </p>
                {event.reason === null ? null : (
                  <div className="mt-1.5">
                    <TimelineQuote>{event.reason}</TimelineQuote>
                  </div>
                )}
              </TimelineItem>
            );
          })}
        </TimelineGroup>
      ))}
    </Timeline>
  );
}

const LOOKS: Record<PersonTurn, { icon: ReactNode; tone: Tone }> = {
  claimed: { icon: <Icon of={UserRoundCheck} />, tone: 'accent' },
  tookOver: { icon: <Icon of={UserRoundCheck} />, tone: 'accent' },
  got: { icon: <Icon of={Inbox} />, tone: 'info' },
  handedOver: { icon: <Icon of={UserRoundCog} />, tone: 'neutral' },
  released: { icon: <Icon of={UserRoundMinus} />, tone: 'warning' },
  lost: { icon: <Icon of={LogOut} />, tone: 'warning' },
  assigned: { icon: <Icon of={UserRoundCog} />, tone: 'neutral' },
  moved: { icon: <Icon of={ArrowLeftRight} />, tone: 'neutral' },
  tookBack: { icon: <Icon of={Undo2} />, tone: 'warning' },
  completed: { icon: <Icon of={CircleCheck} />, tone: 'success' },
  completedBy: { icon: <Icon of={CircleCheck} />, tone: 'success' },
  completedFor: { icon: <Icon of={CircleCheck} />, tone: 'neutral' },
  cancelled: { icon: <Icon of={Ban} />, tone: 'danger' },
  cancelledBy: { icon: <Icon of={Ban} />, tone: 'danger' },
};
