'use client';

import { useTranslations } from 'use-intl';
import type { UserTaskRun } from '#contracts/user-task-run.ts';
import { GroupName, PersonName } from '../people/person-name.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { DescriptionItem, DescriptionList } from '../ui/description-list.tsx';
import { AbsoluteTime } from '../ui/relative-time.tsx';
import { TextLink } from '../ui/text-link.tsx';
import type { Reader } from './reader.ts';
import type { Names } from './use-names.ts';
import { type Why, whyMine } from './why-mine.ts';

export type TaskFactsProps = { task: UserTaskRun; reader: Reader; names: Names };

/** What there is to know about a task beside its form. */
export function TaskFacts({ task, reader, names }: TaskFactsProps) {
  const t = useTranslations('task');
  const id = `${task.wfRunId}/${task.guid}`;
  return (
    <DescriptionList>
      <WhyItem why={whyMine(task, reader)} names={names} />
      <DescriptionItem term={t('facts.owner')}>
        {task.userId === null ? (
          <span className="text-muted">{t('facts.nobodyYet')}</span>
        ) : (
          <PersonName id={task.userId} />
        )}
      </DescriptionItem>
      {task.userGroup === null ? null : (
        <DescriptionItem term={t('facts.group')}>
          <GroupName name={task.userGroup} />
        </DescriptionItem>
      )}
      {task.requester === null ? null : (
        <DescriptionItem term={t('facts.requester')}>
          <PersonName id={task.requester} />
        </DescriptionItem>
      )}
      {task.excludeUsers.length === 0 ? null : (
        <DescriptionItem term={t('facts.excluded')}>
          <span className="flex flex-wrap gap-x-3 gap-y-1">
            {task.excludeUsers.map((userId) => (
              <PersonName key={userId} id={userId} />
            ))}
          </span>
        </DescriptionItem>
      )}
      <Moment term={t('facts.due')} at={task.dueAt} />
      <Moment term={t('facts.followUp')} at={task.followUpAt} />
      <DescriptionItem term={t('facts.priority')}>
        {t('priority.value', { value: String(task.priority) })}
      </DescriptionItem>
      <DescriptionItem term={t('facts.process')}>
        {reader.isAdmin ? (
          <TextLink href={`/admin/wf-runs/${task.wfRunId}`}>{task.wfSpecName}</TextLink>
        ) : (
          task.wfSpecName
        )}
      </DescriptionItem>
      <DescriptionItem term={t('facts.form')}>
        {reader.isAdmin ? (
          <TextLink href={`/admin/user-task-defs/${task.userTaskDefName}?version=${task.userTaskDefVersion}`}>
            {task.userTaskDefName}
          </TextLink>
        ) : (
          task.userTaskDefName
        )}{' '}
        <span className="text-muted">v{task.userTaskDefVersion}</span>
      </DescriptionItem>
      <Moment term={t('facts.created')} at={task.createdAt} />
      <Moment term={task.status === 'DONE' ? t('facts.completed') : t('facts.cancelled')} at={task.endedAt} />
      <DescriptionItem term={t('facts.history')}>
        <TextLink href={`/tasks/${id}/history`}>{t('facts.historyLink')}</TextLink>
      </DescriptionItem>
      <DescriptionItem term={t('facts.id')}>
        <span className="flex items-center gap-1">
          <span className="truncate font-mono text-xs">{id}</span>
          <CopyButton value={id} label={t('facts.copyId')} />
        </span>
      </DescriptionItem>
    </DescriptionList>
  );
}

function Moment({ term, at }: { term: string; at: string | null }) {
  if (at === null) return null;
  return (
    <DescriptionItem term={term}>
      <AbsoluteTime at={at} />
    </DescriptionItem>
  );
}

function WhyItem({ why, names }: { why: readonly Why[]; names: Names }) {
  const t = useTranslations('task.why');
  if (why.length === 0) return null;
  const words = (one: Why): string => {
    switch (one.because) {
      case 'member':
        return t('member', { group: one.group });
      case 'assigned':
      case 'handedOver':
      case 'givenBack':
        return t(one.because, { actor: names.person(one.actor) });
      default:
        return t(one.because);
    }
  };
  return (
    <DescriptionItem term={t('title')}>
      <ul>
        {why.map((one) => (
          <li key={one.because}>{words(one)}</li>
        ))}
      </ul>
    </DescriptionItem>
  );
}
