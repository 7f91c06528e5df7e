import type { UserTaskRun } from '#contracts/user-task-run.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { DescriptionItem, DescriptionList } from '../ui/description-list.tsx';
import { AbsoluteTime } from '../ui/relative-time.tsx';
import { TextLink } from '../ui/text-link.tsx';
import { Owner } from './owner.tsx';
import type { Reader } from './reader.ts';

/** What there is to know about a task beside its form. */
export function TaskFacts({ task, reader }: { task: UserTaskRun; reader: Reader }) {
  const id = `${task.wfRunId}/${task.guid}`;
  return (
    <DescriptionList>
      <DescriptionItem term="Owner">
        {task.userId === null ? (
          <span className="text-muted">Nobody yet</span>
        ) : (
          <Owner name={task.userId} me={reader.userId} />
        )}
      </DescriptionItem>
      {task.userGroup === null ? null : (
        <DescriptionItem term="Group">
          <Owner name={task.userGroup} kind="group" />
        </DescriptionItem>
      )}
      {task.requester === null ? null : (
        <DescriptionItem term="Requested by">
          <Owner name={task.requester} me={reader.userId} />
        </DescriptionItem>
      )}
      <DescriptionItem term="Process">
        {reader.isAdmin ? (
          <TextLink href={`/admin/wf-runs/${task.wfRunId}`}>{task.wfSpecName}</TextLink>
        ) : (
          task.wfSpecName
        )}
      </DescriptionItem>
      <DescriptionItem term="Form">
        {reader.isAdmin ? (
          <TextLink href={`/admin/user-task-defs/${task.userTaskDefName}?version=${task.userTaskDefVersion}`}>
            {task.userTaskDefName}
          </TextLink>
        ) : (
          task.userTaskDefName
        )}{' '}
        <span className="text-muted">v{task.userTaskDefVersion}</span>
      </DescriptionItem>
      <DescriptionItem term="Created">
        <AbsoluteTime at={task.createdAt} />
      </DescriptionItem>
      {task.endedAt === null ? null : (
        <DescriptionItem term={task.status === 'DONE' ? 'Completed' : 'Cancelled'}>
          <AbsoluteTime at={task.endedAt} />
        </DescriptionItem>
      )}
      <DescriptionItem term="History">
        <TextLink href={`/tasks/${id}/history`}>To print or to keep</TextLink>
      </DescriptionItem>
      <DescriptionItem term="Id">
        <span className="flex items-center gap-1">
          <span className="truncate font-mono text-xs">{id}</span>
          <CopyButton value={id} label="Copy task id" />
        </span>
      </DescriptionItem>
    </DescriptionList>
  );
}
