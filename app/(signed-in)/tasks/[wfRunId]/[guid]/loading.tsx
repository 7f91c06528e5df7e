import { TaskDetailSkeleton } from '#components/inbox/inbox-skeletons.tsx';

export default function TaskLoading() {
  return <TaskDetailSkeleton />;
}
