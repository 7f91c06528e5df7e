'use client';

import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide';
import { useEffect } from 'react';
import { Toaster as Sonner } from 'sonner';
import { Icon } from './icon.tsx';
import { Spinner } from './spinner.tsx';

/** What draws short messages; `onReady` once it hears them. */
export function ToasterView({ onReady }: { onReady: () => void }) {
  useEffect(onReady, [onReady]);
  return (
    <Sonner
      position="bottom-right"
      // Above the bar in which a task is acted on: what was done never covers what can be done next.
      offset={{ bottom: '7rem', right: '1.5rem' }}
      mobileOffset={{ bottom: '7rem' }}
      gap={8}
      visibleToasts={4}
      // On a phone they would lie over a dialog or a drawer, and could not be pressed there. They can still be heard.
      className="max-md:in-data-scroll-locked:opacity-0"
      expand
      icons={{
        success: <Icon of={CircleCheck} className="size-4 text-success-ink" />,
        error: <Icon of={CircleAlert} className="size-4 text-danger-ink" />,
        warning: <Icon of={TriangleAlert} className="size-4 text-warning-ink" />,
        info: <Icon of={Info} className="size-4 text-info-ink" />,
        loading: <Spinner />,
      }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            'flex w-full items-start gap-2.5 rounded-lg border border-line bg-raised px-3.5 py-3 font-sans text-base text-ink shadow-lg dark:border-line-strong',
          icon: 'mt-[3px] shrink-0',
          content: 'min-w-0 flex-1',
          title: 'font-medium',
          description: 'text-muted text-sm',
          actionButton:
            'shrink-0 self-center rounded-sm font-medium text-accent-ink text-sm underline underline-offset-[3px] touch:min-h-11',
          cancelButton: 'shrink-0 self-center rounded-sm text-muted text-sm touch:min-h-11',
        },
      }}
    />
  );
}
