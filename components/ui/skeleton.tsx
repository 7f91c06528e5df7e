import type { ReactNode } from 'react';
import { cn } from './styles.ts';

/** A grey shape where something will be; give it the size of what it stands for. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={cn('base:h-4 animate-breathe base:rounded-sm bg-line', className)} />;
}

/** Skeletons that load together, announced once. */
export function Loading({ label, className, children }: { label: string; className?: string; children?: ReactNode }) {
  return (
    <div role="status" className={className}>
      <span className="sr-only">{label}</span>
      {children}
    </div>
  );
}
