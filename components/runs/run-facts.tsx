'use client';

import { useTranslations } from 'use-intl';
import { isJsonObject } from '#contracts/json.ts';
import type { WfRun } from '#contracts/wf-run.ts';
import { PersonName } from '../people/person-name.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { DescriptionItem, DescriptionList } from '../ui/description-list.tsx';
import { JsonView } from '../ui/json-view.tsx';
import { Panel } from '../ui/panel.tsx';
import { AbsoluteTime } from '../ui/relative-time.tsx';
import { TextLink } from '../ui/text-link.tsx';
import { Lasted } from './lasted.tsx';

/** What is known of a run as a whole. */
export function RunFacts({ run }: { run: WfRun }) {
  const t = useTranslations('runs');
  const version = `${run.majorVersion}.${run.revision}`;
  return (
    <Panel title={t('run.facts')}>
      <DescriptionList>
        <DescriptionItem term={t('list.wfSpec')}>
          <TextLink href={`/admin/wf-specs/${run.wfSpecName}?version=${version}`}>{run.wfSpecName}</TextLink>{' '}
          <span className="text-muted">{version}</span>
        </DescriptionItem>
        {run.oldWfSpecVersions.length > 0 ? (
          <DescriptionItem term={t('run.migratedFrom')}>
            {run.oldWfSpecVersions.map(({ majorVersion, revision }) => `${majorVersion}.${revision}`).join(', ')}
          </DescriptionItem>
        ) : null}
        {run.parentWfRunId === null ? null : (
          <DescriptionItem term={t('run.childOf')}>
            <TextLink href={`/admin/wf-runs/${run.parentWfRunId}`}>{run.parentWfRunId}</TextLink>
          </DescriptionItem>
        )}
        {run.scheduledWfRunId === null ? null : (
          <DescriptionItem term={t('run.schedule')}>{run.scheduledWfRunId}</DescriptionItem>
        )}
        {run.requester === null ? null : (
          <DescriptionItem term={t('list.requester')}>
            <PersonName id={run.requester} />
          </DescriptionItem>
        )}
        <DescriptionItem term={t('list.started')}>
          <AbsoluteTime at={run.startedAt} />
        </DescriptionItem>
        {run.endedAt === null ? null : (
          <DescriptionItem term={t('run.ended')}>
            <AbsoluteTime at={run.endedAt} />
          </DescriptionItem>
        )}
        <DescriptionItem term={t('list.took')}>
          <Lasted from={run.startedAt} to={run.endedAt} />
        </DescriptionItem>
        {run.output === null ? null : (
          <DescriptionItem term={t('run.output')}>
            {isJsonObject(run.output) || Array.isArray(run.output) ? (
              <JsonView label={t('run.output')} value={run.output} />
            ) : (
              String(run.output)
            )}
          </DescriptionItem>
        )}
        <DescriptionItem term={t('run.id')}>
          <span className="flex items-center gap-1">
            <span className="truncate font-mono text-xs">{run.id}</span>
            <CopyButton value={run.id} label={t('run.copyId')} />
          </span>
        </DescriptionItem>
      </DescriptionList>
    </Panel>
  );
}
