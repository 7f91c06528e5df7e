'use client';

import {
  ArrowRight,
  CircleAlert,
  CircleCheck,
  CirclePause,
  CirclePlay,
  Clock,
  type IconNode,
  LifeBuoy,
  Radio,
  Send,
  Split,
  UserRound,
} from 'lucide';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { nodeLabel } from '#contracts/node-label.ts';
import type { RunAct } from '#contracts/wf-run.ts';
import { PersonName } from '../people/person-name.tsx';
import { usePersonName } from '../people/use-people.ts';
import { useClock } from '../ui/clock.tsx';
import { formatDay, groupByDay } from '../ui/format-day.ts';
import { Icon } from '../ui/icon.tsx';
import { AbsoluteTime } from '../ui/relative-time.tsx';
import { TextLink } from '../ui/text-link.tsx';
import { Timeline, TimelineGroup, TimelineItem } from '../ui/timeline.tsx';
import type { Tone } from '../ui/tone.ts';
import { useTaskTitle } from '../user-task/use-task-title.ts';
import type { Moment } from './run-story.ts';

export type RunTimelineProps = {
  moments: readonly Moment[];
  wfRunId: string;
  requester: string | null;
  /** There is more than is told. */
  isCut: boolean;
};

/** What happened in a run, oldest first, grouped by day. */
export function RunTimeline({ moments, wfRunId, requester, isCut }: RunTimelineProps) {
  const t = useTranslations('runs');
  const clock = useClock();
  const tell = useTelling(wfRunId, requester);
  const hasThreads = moments.some(({ thread }) => thread > 0);
  return (
    <div className="grid gap-4 p-4">
      <Timeline label={t('run.timeline')}>
        {groupByDay(moments, ({ at }) => new Date(at), clock.zone).map(({ key, first, items }) => (
          <TimelineGroup key={key} heading={formatDay(first, clock)}>
            {items.map((moment, index) => {
              const { icon, tone, title, detail } = tell(moment);
              return (
                <TimelineItem
                  // biome-ignore lint/suspicious/noArrayIndexKey: what happened never moves, it only grows at its end.
                  key={index}
                  icon={icon}
                  tone={tone}
                  title={title}
                  time={
                    <>
                      <AbsoluteTime at={moment.at} timeOnly />
                      {hasThreads ? ` · ${t('story.inThread', { number: `${moment.thread}` })}` : null}
                    </>
                  }
                >
                  {detail}
                </TimelineItem>
              );
            })}
          </TimelineGroup>
        ))}
      </Timeline>
      {isCut ? <p className="text-muted text-sm">{t('story.more')}</p> : null}
    </div>
  );
}

const ACT_ICONS: Record<RunAct['type'], IconNode> = {
  STOPPED: CirclePause,
  RESUMED: CirclePlay,
  RESCUED: LifeBuoy,
  EVENT_POSTED: Radio,
};

type Told = { icon: ReactNode; tone: Tone; title: ReactNode; detail?: ReactNode };

function useTelling(wfRunId: string, requester: string | null): (moment: Moment) => Told {
  const t = useTranslations('runs.story');
  const titleOf = useTaskTitle();
  const person = usePersonName(requester ?? '');
  return (moment) => {
    switch (moment.kind) {
      case 'started':
        return {
          icon: <Icon of={CirclePlay} />,
          tone: 'info',
          title: requester === null ? t('started') : t('startedBy', { person }),
        };
      case 'ended': {
        const { failure } = moment;
        return failure
          ? { icon: <Icon of={CircleAlert} />, tone: 'danger', title: t('runEnded.ERROR', { failure: failure.name }) }
          : { icon: <Icon of={CircleCheck} />, tone: 'success', title: t('runEnded.COMPLETED') };
      }
      case 'threadStarted':
        return {
          icon: <Icon of={Split} />,
          tone: 'info',
          title: t('threadStarted', { number: `${moment.thread}`, name: moment.name }),
        };
      case 'node': {
        const node = nodeLabel(moment.nodeRun.nodeName);
        return moment.nodeRun.endedAt === null
          ? { icon: <Icon of={Clock} />, tone: 'info', title: t('waiting', { node }) }
          : { icon: <Icon of={ArrowRight} />, tone: 'neutral', title: t('passed', { node }) };
      }
      case 'failed': {
        const { failure, nodeRun } = moment;
        const words = { failure: failure.name, node: nodeLabel(nodeRun.nodeName) };
        const title = failure.wasProperlyHandled ? t('failedHandled', words) : t('failed', words);
        const tone = failure.wasProperlyHandled ? 'warning' : 'danger';
        return { icon: <Icon of={CircleAlert} />, tone, title, detail: failure.message || undefined };
      }
      case 'act': {
        const { type, by, reason } = moment.act;
        return {
          icon: <Icon of={ACT_ICONS[type]} />,
          tone: 'accent',
          title: t.rich(`act.${type}`, { who: () => (by === null ? '' : <PersonName key="who" id={by} />) }),
          detail: reason ?? undefined,
        };
      }
      case 'attempt':
        return attemptTold(moment, t);
      case 'userTask': {
        const { task, ended } = moment;
        const words = { title: titleOf(task) };
        const word = ended
          ? task.status === 'DONE'
            ? t('userTaskDone', words)
            : t('userTaskCancelled', words)
          : t('userTask', words);
        return {
          icon: <Icon of={UserRound} />,
          tone: ended ? (task.status === 'DONE' ? 'success' : 'neutral') : 'accent',
          title: (
            <TextLink quiet href={`/tasks/${wfRunId}/${task.guid}?from=admin`}>
              {word}
            </TextLink>
          ),
        };
      }
      case 'eventCame':
        return {
          icon: <Icon of={Radio} />,
          tone: 'info',
          title: t('eventCame', { name: moment.event.externalEventDefName }),
        };
      case 'eventThrown':
        return {
          icon: <Icon of={Send} />,
          tone: 'info',
          title: t('eventThrown', { name: moment.event.workflowEventDefName }),
        };
    }
  };
}

type Words = ReturnType<typeof useTranslations<'runs.story'>>;

function attemptTold({ task, attempt }: Extract<Moment, { kind: 'attempt' }>, t: Words): Told {
  const words = { name: task.taskDefName };
  switch (attempt.status) {
    case 'SUCCESS':
      return { icon: <Icon of={CircleCheck} />, tone: 'success', title: t('taskSucceeded', words) };
    case 'PENDING':
    case 'SCHEDULED':
      return { icon: <Icon of={Clock} />, tone: 'neutral', title: t('taskScheduled', words) };
    case 'RUNNING':
      return { icon: <Icon of={CirclePlay} />, tone: 'info', title: t('taskRunning', words) };
    case 'FAILED':
    case 'TIMEOUT':
    case 'OUTPUT_ERROR':
    case 'INPUT_ERROR':
    case 'EXCEPTION':
    case 'CANCELLED':
      return {
        icon: <Icon of={CircleAlert} />,
        tone: 'danger',
        title: t('taskFailed', { ...words, number: `${attempt.number + 1}` }),
        detail: attempt.error ? `${attempt.error.type}: ${attempt.error.message}` : undefined,
      };
  }
}
