import { GripVertical } from 'lucide';
import { Icon } from '../ui/icon.tsx';

/** What follows the pointer while it is dragged. */
export function DragFace({ name }: { name: string }) {
  return (
    <div className="flex h-11 items-center gap-2 rounded-lg border border-accent bg-raised px-3 font-medium shadow-lg">
      <Icon of={GripVertical} className="size-4 text-muted" />
      <span className="truncate">{name}</span>
    </div>
  );
}
