'use client';

import { useTranslations } from 'use-intl';
import type { DefinitionUser } from '#contracts/definition-use.ts';
import { Panel } from '../ui/panel.tsx';
import { TextLink } from '../ui/text-link.tsx';

export type UsedByPanelProps = {
  usedBy: readonly DefinitionUser[];
  /** What is used has versions, and it matters which. */
  versioned?: boolean;
};

/** The WfSpecs that name a definition. */
export function UsedByPanel({ usedBy, versioned = false }: UsedByPanelProps) {
  const t = useTranslations('definitions.usedBy');
  return (
    <Panel title={t('title')}>
      {usedBy.length === 0 ? <p className="text-muted text-sm">{t('none')}</p> : null}
      <ul className="grid gap-2 text-sm">
        {usedBy.map((user) => (
          <li key={user.wfSpecName} className="flex flex-wrap items-baseline justify-between gap-x-3">
            <TextLink href={`/admin/wf-specs/${user.wfSpecName}`} className="wrap-anywhere touch:py-2">
              {user.wfSpecName}{' '}
              <span className="tabular-nums">
                {user.majorVersion}.{user.revision}
              </span>
            </TextLink>
            <span className="text-muted text-xs">
              {versioned ? t('uses', { version: user.usedVersion }) : null}
              {versioned && !user.isLatest ? ' · ' : null}
              {user.isLatest ? null : t('notLatest')}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
