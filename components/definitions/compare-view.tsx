'use client';

import { ArrowLeftRight, GitCompareArrows } from 'lucide';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { UserTaskDef } from '#contracts/user-task-def.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Field } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Page } from '../ui/page.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Panel } from '../ui/panel.tsx';
import { Select } from '../ui/select.tsx';
import { Switch } from '../ui/switch.tsx';
import { countDiff, diffForms } from './diff-forms.ts';
import { DiffSummary } from './diff-marks.tsx';
import { DiffView } from './diff-view.tsx';

export type CompareViewProps = {
  name: string;
  /** Numbers of the versions that there are, newest first. */
  versions: readonly number[];
  /** The two that are compared; null while there is but one. */
  pair: { before: UserTaskDef; after: UserTaskDef } | null;
};

/** Any two versions of a form, side by side; which two lives in the address. */
export function CompareView({ name, versions, pair }: CompareViewProps) {
  const t = useTranslations('definitions.compare');
  const words = useTranslations('definitions');
  const router = useRouter();
  const [onlyDifferences, setOnlyDifferences] = useState(false);
  const path = `/admin/user-task-defs/${name}`;
  const go = (from: number, to: number) => router.replace(`${path}/compare?from=${from}&to=${to}`, { scroll: false });
  const options = versions.map((version) => ({ value: String(version), label: t('version', { version }) }));
  const diff = pair && diffForms(pair.before, pair.after);
  return (
    <Page>
      <PageHeader
        parents={[
          { href: '/admin/user-task-defs', label: words('userTaskDefs') },
          { href: path, label: name },
        ]}
        title={t('title')}
        description={t('description', { name })}
      />
      {pair && diff ? (
        <>
          <div className="flex flex-wrap items-end gap-3">
            <Field label={t('from')} className="w-40">
              <Select
                options={options}
                value={String(pair.before.version)}
                onValueChange={(value) => go(Number(value), pair.after.version)}
              />
            </Field>
            <IconButton
              label={t('swap')}
              icon={<Icon of={ArrowLeftRight} />}
              size="lg"
              onClick={() => go(pair.after.version, pair.before.version)}
            />
            <Field label={t('to')} className="w-40">
              <Select
                options={options}
                value={String(pair.after.version)}
                onValueChange={(value) => go(pair.before.version, Number(value))}
              />
            </Field>
            <div className="flex min-h-9 items-center">
              <Field label={t('onlyDifferences')} layout="inline">
                <Switch checked={onlyDifferences} onCheckedChange={setOnlyDifferences} />
              </Field>
            </div>
            <div className="ml-auto flex min-h-9 items-center" aria-live="polite">
              <DiffSummary counts={countDiff(diff)} />
            </div>
          </div>
          <Panel flush>
            <DiffView
              diff={diff}
              before={t('version', { version: pair.before.version })}
              after={t('version', { version: pair.after.version })}
              onlyDifferences={onlyDifferences}
            />
          </Panel>
        </>
      ) : (
        <Panel>
          <EmptyState icon={<Icon of={GitCompareArrows} />} title={t('onlyOne')}>
            <p>{t('onlyOneHelp')}</p>
          </EmptyState>
        </Panel>
      )}
    </Page>
  );
}
