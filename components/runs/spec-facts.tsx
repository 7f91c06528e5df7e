'use client';

import { useTranslations } from 'use-intl';
import { typeName } from '#contracts/value.ts';
import type { WfRunCount } from '#contracts/wf-run.ts';
import type { WfSpec } from '#contracts/wf-spec.ts';
import { RUN_STATUS_LOOKS } from '../diagram/run-status.tsx';
import { DescriptionItem, DescriptionList } from '../ui/description-list.tsx';
import { Icon } from '../ui/icon.tsx';
import { Panel } from '../ui/panel.tsx';
import { AbsoluteTime } from '../ui/relative-time.tsx';
import { StatusPill } from '../ui/status-pill.tsx';
import { TextLink } from '../ui/text-link.tsx';

/** What holds of a WfSpec as a whole, and how many runs of it there are that have not completed. */
export function SpecFacts({ spec, counts }: { spec: WfSpec; counts: readonly WfRunCount[] }) {
  const t = useTranslations('runs');
  const { retention, parent, allowedUpdates, resultType, createdAt } = spec;
  return (
    <Panel title={t('spec.facts')}>
      <DescriptionList>
        <DescriptionItem term={t('spec.runs')}>
          {counts.length === 0 ? (
            <span className="text-muted">{t('spec.noRuns')}</span>
          ) : (
            <span className="grid justify-items-start gap-1">
              {counts.map(({ status, count }) => {
                const { tone, icon } = RUN_STATUS_LOOKS[status];
                return (
                  <TextLink key={status} quiet href={`/admin/wf-runs?wfSpecName=${spec.name}&status=${status}`}>
                    <StatusPill bare tone={tone} icon={<Icon of={icon} />}>
                      {t(`spec.counts.${status}`, { count })}
                    </StatusPill>
                  </TextLink>
                );
              })}
            </span>
          )}
        </DescriptionItem>
        <DescriptionItem term={t('spec.since')}>
          <AbsoluteTime at={createdAt} />
        </DescriptionItem>
        {resultType === undefined ? null : (
          <DescriptionItem term={t('spec.result')}>{typeName(resultType)}</DescriptionItem>
        )}
        {parent ? (
          <DescriptionItem term={t('spec.parent')}>
            <TextLink href={`/admin/wf-specs/${parent.wfSpecName}`}>{parent.wfSpecName}</TextLink>
          </DescriptionItem>
        ) : null}
        {retention ? (
          <DescriptionItem term={t('spec.retention')}>
            {t('spec.retentionAfter', { seconds: retention.secondsAfterEnd })}
          </DescriptionItem>
        ) : null}
        <DescriptionItem term={t('spec.updates')}>{t(`spec.updatesOf.${allowedUpdates}`)}</DescriptionItem>
      </DescriptionList>
    </Panel>
  );
}
