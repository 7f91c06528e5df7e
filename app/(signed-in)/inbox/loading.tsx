import { TaskListSkeleton } from '#components/inbox/list-skeleton.tsx';
import { TaskDetailSkeleton } from '#components/inbox/task-skeleton.tsx';
import { Panes } from '#components/ui/panes.tsx';
import { translator } from '../../intl.ts';

export default async function InboxLoading() {
  const t = await translator('inbox');
  return (
    <Panes
      heading={t('title')}
      listLabel={t('tasks')}
      list={<TaskListSkeleton label={t('loadingTasks')} />}
      detailLabel={t('task')}
      detail={<TaskDetailSkeleton label={t('loadingTask')} />}
      showing="list"
    />
  );
}
