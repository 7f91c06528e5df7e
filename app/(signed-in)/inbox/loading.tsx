import { TaskDetailSkeleton, TaskListSkeleton } from '#components/inbox/inbox-skeletons.tsx';
import { Panes } from '#components/ui/panes.tsx';

export default function InboxLoading() {
  return (
    <Panes
      heading="Inbox"
      listLabel="Tasks"
      list={<TaskListSkeleton />}
      detailLabel="Task"
      detail={<TaskDetailSkeleton />}
      showing="list"
    />
  );
}
