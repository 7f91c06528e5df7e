import { LoaderCircle } from 'lucide-react';
import { cn } from './styles.ts';

/** A turning circle for waits of a moment; decoration only, so say the wait in words beside it. */
export function Spinner({ className }: { className?: string }) {
  return <LoaderCircle aria-hidden className={cn('base:size-4 animate-spin', className)} />;
}
