import { Download } from 'lucide';
import type { Metadata } from 'next';
import { PeopleProvider } from '#components/people/people-provider.tsx';
import { buttonStyles } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Page } from '#components/ui/page.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { PrintButton } from '#components/ui/print-button.tsx';
import { HistorySeal } from '#components/user-task/history-seal.tsx';
import { TaskHistory } from '#components/user-task/task-history.tsx';
import { TaskStatus } from '#components/user-task/task-status.tsx';
import { peopleOf } from '#components/user-task/task-story.ts';
import { taskTitle } from '#contracts/local-text.ts';
import { readIntl, translator } from '../../../../../intl.ts';
import { currentPerson, find, read, requirePerson } from '../../../../../read.ts';
import { readNames } from '../../../../../read-names.ts';

type Props = { params: Promise<{ wfRunId: string; guid: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const person = await currentPerson();
  const found = person && (await find(person, 'getUserTaskRun', await params));
  const [t, { language }] = await Promise.all([translator('task'), readIntl()]);
  return { title: found ? t('page.historyOf', { title: taskTitle(found.output, language) }) : t('story.title') };
}

/** The history of a task to read at length, to print, or to take along. */
export default async function HistoryPage({ params }: Props) {
  const { wfRunId, guid } = await params;
  const path = `/tasks/${wfRunId}/${guid}`;
  const person = await requirePerson(`${path}/history`);
  const [task, { verification }] = await Promise.all([
    read(person, 'getUserTaskRun', { wfRunId, guid }),
    read(person, 'getUserTaskHistory', { wfRunId, guid }),
  ]);
  const [t, { language }] = await Promise.all([translator('task'), readIntl()]);
  const document = `/api/v1/wf-runs/${wfRunId}/user-task-runs/${guid}/history`;
  return (
    <Page width="reading">
      <PageHeader
        parents={[{ href: path, label: taskTitle(task, language) }]}
        title={t('story.title')}
        status={<TaskStatus status={task.status} />}
        description={
          <>
            {task.context === null ? null : `${task.context} · `}
            <span className="font-mono text-xs wrap-anywhere">
              {wfRunId}/{guid}
            </span>
          </>
        }
        actions={
          <>
            <PrintButton />
            <a
              href={document}
              download={`history-${wfRunId}-${guid}.json`}
              className={buttonStyles({ className: 'print:hidden' })}
            >
              <Icon of={Download} />
              {t('json')}
            </a>
          </>
        }
      />
      <PeopleProvider people={await readNames(person, peopleOf(task))}>
        <TaskHistory task={task} />
      </PeopleProvider>
      <HistorySeal verification={verification} />
    </Page>
  );
}
