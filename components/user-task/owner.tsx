import { cn } from 'tailwind-variants';
import type { Owners } from '#contracts/user-task-run.ts';
import { Avatar } from '../ui/avatar.tsx';

export type OwnerProps = {
  name: string;
  kind?: 'person' | 'group';
  /** The reader's own id: they are called "You". */
  me?: string | undefined;
  className?: string;
};

/** A person or a group, with their mark. */
export function Owner({ name, kind = 'person', me, className }: OwnerProps) {
  return (
    <span className={cn('inline-flex min-w-0 items-center gap-1.5 align-middle', className)}>
      <Avatar name={name} kind={kind} size="xs" />
      <span className="truncate">{kind === 'person' && name === me ? 'You' : name}</span>
    </span>
  );
}

/** Who holds a task: the person, else the group. */
export function TaskOwner({ owners, me, className }: { owners: Owners; me?: string | undefined; className?: string }) {
  const { userId, userGroup } = owners;
  if (userId !== null) return <Owner name={userId} me={me} className={className ?? ''} />;
  if (userGroup !== null) return <Owner name={userGroup} kind="group" className={className ?? ''} />;
  return <span className="text-muted">Nobody</span>;
}
