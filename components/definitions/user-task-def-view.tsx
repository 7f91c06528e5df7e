'use client';

import { Ellipsis, FlaskConical, GitCompareArrows, ListChecks, PencilRuler, Trash2 } from 'lucide';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { UserTaskDefUse } from '#contracts/definition-use.ts';
import { textIn } from '#contracts/local-text.ts';
import type { Action } from '#contracts/operations/action.ts';
import { formTitle, type UserTaskDef } from '#contracts/user-task-def.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { Callout } from '../ui/callout.tsx';
import { DropdownMenu, MenuItem } from '../ui/dropdown-menu.tsx';
import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { Page } from '../ui/page.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Panel } from '../ui/panel.tsx';
import { DeleteVersionDialog } from './delete-definition.tsx';
import { FormPreview } from './form-preview.tsx';
import { InLanguage } from './in-language.tsx';
import { JsonDisclosure } from './json-disclosure.tsx';
import { OpenTasksPanel } from './open-tasks-panel.tsx';
import { UsedByPanel } from './used-by-panel.tsx';
import { VersionPanel } from './version-panel.tsx';

export type UserTaskDefViewProps = {
  def: UserTaskDef;
  latest: number;
  versions: readonly { version: number; createdAt: string }[];
  olderHref: string | undefined;
  use: UserTaskDefUse;
  actions: {
    deleteUserTaskDefVersion: Action<'deleteUserTaskDefVersion'>;
    migrateUserTaskRun: Action<'migrateUserTaskRun'>;
  };
};

/** One version of a form: how people get it, what is open with it, who uses it, and what was before. */
export function UserTaskDefView({ def, latest, versions, olderHref, use, actions }: UserTaskDefViewProps) {
  const t = useTranslations('definitions');
  const language = useLanguage();
  const [deleting, setDeleting] = useState(false);
  const path = `/admin/user-task-defs/${def.name}`;
  const isOld = def.version !== latest;
  const editHref = isOld ? `${path}/edit?from=${def.version}` : `${path}/edit`;
  return (
    <Page>
      <PageHeader
        parents={[{ href: '/admin/user-task-defs', label: t('userTaskDefs') }]}
        title={
          <>
            {formTitle(def, language)} <span className="font-normal text-muted tabular-nums">v{def.version}</span>
          </>
        }
        description={def.displayName ? <span className="font-mono text-sm">{def.name}</span> : null}
        actions={
          <>
            <LinkButton href={editHref} variant="primary" icon={<Icon of={PencilRuler} />}>
              {t('page.edit')}
            </LinkButton>
            <LinkButton href={`${path}/simulate`} icon={<Icon of={FlaskConical} />}>
              {t('page.simulate')}
            </LinkButton>
            <DropdownMenu
              trigger={<IconButton label={t('page.more')} variant="secondary" icon={<Icon of={Ellipsis} />} />}
            >
              <MenuItem icon={<Icon of={ListChecks} />} href={`/admin/user-tasks?userTaskDefName=${def.name}`}>
                {t('page.tasks')}
              </MenuItem>
              <MenuItem icon={<Icon of={GitCompareArrows} />} href={`${path}/compare`}>
                {t('page.compare')}
              </MenuItem>
              <MenuItem icon={<Icon of={Trash2} />} tone="danger" onSelect={() => setDeleting(true)}>
                {t('page.deleteVersion', { version: def.version })}
              </MenuItem>
            </DropdownMenu>
          </>
        }
      />
      {isOld ? (
        <Callout
          tone="warning"
          actions={
            <>
              <LinkButton size="sm" href={path}>
                {t('page.showLatest')}
              </LinkButton>
              <LinkButton size="sm" href={editHref}>
                {t('page.startFromOld')}
              </LinkButton>
            </>
          }
        >
          {t('page.oldVersion', { version: def.version, latest })}
        </Callout>
      ) : null}
      <div className="grid gap-6 xl:grid-cols-[minmax(0,1fr)_22rem] xl:items-start">
        <div className="grid min-w-0 gap-6">
          <Panel title={t('page.preview')} description={t('page.previewHelp')}>
            <InLanguage className="max-w-170">
              <Described def={def} />
            </InLanguage>
          </Panel>
          <JsonDisclosure label={`${def.name} v${def.version}`} value={def} />
        </div>
        <div className="grid min-w-0 gap-6">
          <OpenTasksPanel
            name={def.name}
            open={use.open}
            ageing={use.ageing}
            latest={latest}
            migrateUserTaskRun={actions.migrateUserTaskRun}
          />
          <UsedByPanel usedBy={use.usedBy} versioned />
          <VersionPanel name={def.name} versions={versions} shown={def.version} latest={latest} olderHref={olderHref} />
        </div>
      </div>
      {deleting ? (
        <DeleteVersionDialog
          name={def.name}
          version={def.version}
          isOnly={versions.length === 1 && olderHref === undefined}
          onClose={() => setDeleting(false)}
          deleteUserTaskDefVersion={actions.deleteUserTaskDefVersion}
        />
      ) : null}
    </Page>
  );
}

function Described({ def }: { def: UserTaskDef }) {
  const language = useLanguage();
  return (
    <div className="grid gap-5">
      {def.description ? <p className="text-muted">{textIn(def.description, language)}</p> : null}
      <FormPreview key={def.version} def={def} />
    </div>
  );
}
