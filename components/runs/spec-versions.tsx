'use client';

import { useTranslations } from 'use-intl';
import { Pagination } from '../ui/pagination.tsx';
import { Panel } from '../ui/panel.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { TextLink } from '../ui/text-link.tsx';

export type SpecVersionsProps = {
  versions: readonly { label: string; href: string; createdAt: string; current: boolean }[];
  olderHref: string | undefined;
  newestHref: string | undefined;
};

/** The versions of a WfSpec, newest first, the one on the page marked. */
export function SpecVersions({ versions, olderHref, newestHref }: SpecVersionsProps) {
  const t = useTranslations('runs.spec');
  return (
    <Panel flush title={t('versions')}>
      <ol className="grid gap-2 px-4 py-3 text-sm">
        {versions.map((version) => (
          <li key={version.label} className="flex items-baseline justify-between gap-3">
            {version.current ? (
              <span aria-current="true" className="font-semibold tabular-nums">
                {version.label} <span className="font-normal text-muted">{t('shown')}</span>
              </span>
            ) : (
              <TextLink href={version.href} className="tabular-nums">
                {version.label}
              </TextLink>
            )}
            <RelativeTime at={version.createdAt} className="text-muted text-xs" />
          </li>
        ))}
      </ol>
      <Pagination label={t('versions')} nextHref={olderHref} firstHref={newestHref} />
    </Panel>
  );
}
