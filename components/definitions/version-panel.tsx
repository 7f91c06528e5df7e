'use client';

import { GitCompareArrows } from 'lucide';
import { useTranslations } from 'use-intl';
import { Icon } from '../ui/icon.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { Panel } from '../ui/panel.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { TextLink } from '../ui/text-link.tsx';

export type VersionPanelProps = {
  name: string;
  versions: readonly { version: number; createdAt: string }[];
  shown: number;
  latest: number;
  olderHref: string | undefined;
};

/** The versions of a form, newest first, each beside the one before at a click. */
export function VersionPanel({ name, versions, shown, latest, olderHref }: VersionPanelProps) {
  const t = useTranslations('definitions.versions');
  const path = `/admin/user-task-defs/${name}`;
  return (
    <Panel title={t('title')}>
      <ol className="grid gap-1 text-sm">
        {versions.map(({ version, createdAt }, index) => {
          const before = versions[index + 1]?.version;
          return (
            <li key={version} className="flex min-h-8 items-center gap-3">
              {version === shown ? (
                <span aria-current="true" className="font-semibold tabular-nums">
                  v{version}
                </span>
              ) : (
                <TextLink href={`${path}?version=${version}`} className="tabular-nums touch:py-3">
                  v{version}
                </TextLink>
              )}
              <span className="text-muted text-xs">
                {[version === shown && t('shown'), version === latest && t('latest')].filter(Boolean).join(' · ')}
              </span>
              <RelativeTime at={createdAt} className="ml-auto text-muted text-xs" />
              {before === undefined ? null : (
                <LinkButton
                  size="sm"
                  variant="ghost"
                  href={`${path}/compare?from=${before}&to=${version}`}
                  aria-label={t('compareWith', { version })}
                  title={t('compareWith', { version })}
                  icon={<Icon of={GitCompareArrows} />}
                  className="px-1.5"
                />
              )}
            </li>
          );
        })}
      </ol>
      {olderHref === undefined ? null : (
        <p className="mt-2">
          <TextLink href={olderHref} className="text-sm">
            {t('older')}
          </TextLink>
        </p>
      )}
    </Panel>
  );
}
