import { ChevronRight } from 'lucide';
import type { ReactNode } from 'react';
import { Icon } from '../ui/icon.tsx';

/** Something more, folded away below a chart. */
export function Disclosure({ summary, children }: { summary: ReactNode; children: ReactNode }) {
  return (
    <details className="group min-w-0 print:hidden">
      <summary className="-mx-2 inline-flex min-h-8 cursor-pointer list-none items-center gap-1 rounded-md px-2 font-medium text-muted text-sm hover:bg-hover hover:text-ink touch:min-h-11 [&::-webkit-details-marker]:hidden">
        <Icon of={ChevronRight} className="size-3.5 transition-transform group-open:rotate-90" />
        {summary}
      </summary>
      {children}
    </details>
  );
}
