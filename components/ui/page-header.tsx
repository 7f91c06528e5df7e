'use client';

import { ChevronRight } from 'lucide';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Icon } from './icon.tsx';
import { cn } from './styles.ts';
import { TextLink } from './text-link.tsx';

export type PageHeaderProps = {
  title: ReactNode;
  /** A state beside the title. */
  status?: ReactNode;
  /** A sentence or a line of facts below it. */
  description?: ReactNode;
  /** The way up, outermost first. */
  parents?: readonly { href: string; label: string }[];
  actions?: ReactNode;
  className?: string;
};

/** What this page is and what can be done with it as a whole. */
export function PageHeader({ title, status, description, parents = [], actions, className }: PageHeaderProps) {
  const t = useTranslations('ui');
  return (
    <header className={cn('flex flex-wrap items-end justify-between gap-x-6 gap-y-3', className)}>
      <div className="min-w-0 wrap-anywhere">
        {parents.length > 0 ? (
          <nav aria-label={t('breadcrumb')} className="mb-1.5">
            <ol className="flex flex-wrap items-center gap-1 text-muted text-sm">
              {parents.map((parent) => (
                <li key={parent.href} className="flex items-center gap-1">
                  <TextLink quiet href={parent.href} className="text-muted touch:py-3">
                    {parent.label}
                  </TextLink>
                  <Icon of={ChevronRight} className="size-3.5" />
                </li>
              ))}
            </ol>
          </nav>
        ) : null}
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="font-semibold text-2xl">{title}</h1>
          {status}
        </div>
        {description ? <div className="mt-1 text-muted">{description}</div> : null}
      </div>
      {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
    </header>
  );
}
