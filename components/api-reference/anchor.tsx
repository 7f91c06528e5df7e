import type { ReactNode } from 'react';
import { cn } from '../ui/styles.ts';

type AnchorProps = { to: string; quiet?: boolean; className?: string; children: ReactNode };

/** A link to another place of this page: hundreds of them, so nothing of it runs in the browser. */
export function Anchor({ to, quiet = false, className, children }: AnchorProps) {
  const look = quiet ? 'hover:underline' : 'text-accent-ink underline decoration-accent-line hover:decoration-current';
  return (
    <a href={`#${to}`} className={cn('underline-offset-[3px]', look, className)}>
      {children}
    </a>
  );
}
