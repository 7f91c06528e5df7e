import { LoaderCircle } from 'lucide';
import { Icon } from './icon.tsx';
import { cn } from './styles.ts';

/** A turning circle for waits of a moment; decoration only, so say the wait in words beside it. */
export function Spinner({ className }: { className?: string }) {
  return <Icon of={LoaderCircle} className={cn('base:size-4 animate-spin', className)} />;
}
