import type { Metadata } from 'next';
import { CodeDisclosure } from '#components/admin/code-disclosure.tsx';
import { FieldTable } from '#components/admin/field-table.tsx';
import { FormPreview } from '#components/admin/form-preview.tsx';
import { VersionList } from '#components/admin/version-list.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Page } from '#components/ui/page.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { textIn } from '#contracts/local-text.ts';
import { firstOf, read, requirePerson, type SearchParams } from '../../../../read.ts';

type Props = { params: Promise<{ name: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `UserTaskDef ${(await params).name}` };
}

export default async function UserTaskDefPage({ params, searchParams }: Props) {
  const { name } = await params;
  const path = `/admin/user-task-defs/${name}`;
  const here = await firstOf(searchParams, ['version']);
  const person = await requirePerson(path, here);
  const [def, versions] = await Promise.all([
    here.version
      ? read(person, 'getUserTaskDefVersion', { name, version: Number(here.version) })
      : read(person, 'getUserTaskDef', { name }),
    read(person, 'listUserTaskDefVersions', { name, limit: 20 }),
  ]);
  return (
    <Page>
      <PageHeader
        parents={[{ href: '/admin/user-task-defs', label: 'UserTaskDefs' }]}
        title={
          <>
            {def.name} <span className="font-normal text-muted tabular-nums">v{def.version}</span>
          </>
        }
        description={def.displayName && textIn(def.displayName)}
        actions={<LinkButton href={`/admin/user-tasks?userTaskDefName=${def.name}`}>User tasks</LinkButton>}
      />
      <div className="grid gap-6 xl:grid-cols-[minmax(0,1fr)_22rem] xl:items-start">
        <div className="grid min-w-0 gap-6">
          <Panel title="Preview" description="The form as people get it. Nothing you enter here is sent.">
            <div className="grid max-w-170 gap-5">
              {def.description ? <p className="text-muted">{textIn(def.description)}</p> : null}
              <FormPreview key={def.version} def={def} />
            </div>
          </Panel>
          <CodeDisclosure label={`${def.name} v${def.version}`} value={def} />
        </div>
        <div className="grid min-w-0 gap-6">
          <Panel flush title="Fields">
            <FieldTable fields={def.fields} />
          </Panel>
          <VersionList
            more={versions.bookmark !== null}
            versions={versions.results.map((one) => ({
              label: `v${one.version}`,
              href: `${path}?version=${one.version}`,
              createdAt: one.createdAt,
              current: one.version === def.version,
            }))}
          />
        </div>
      </div>
    </Page>
  );
}
