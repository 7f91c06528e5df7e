import type { Metadata } from 'next';
import { CodeDisclosure } from '#components/admin/code-disclosure.tsx';
import { VersionList } from '#components/admin/version-list.tsx';
import { WfSpecView } from '#components/admin/wf-spec-view.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Page } from '#components/ui/page.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { firstOf, read, requirePerson, type SearchParams } from '../../../../read.ts';

type Props = { params: Promise<{ name: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `WfSpec ${(await params).name}` };
}

export default async function WfSpecPage({ params, searchParams }: Props) {
  const { name } = await params;
  const path = `/admin/wf-specs/${name}`;
  const here = await firstOf(searchParams, ['version']);
  const person = await requirePerson(path, here);
  const [spec, versions] = await Promise.all([
    here.version
      ? read(person, 'getWfSpecVersion', { name, version: here.version })
      : read(person, 'getWfSpec', { name }),
    read(person, 'listWfSpecVersions', { name, limit: 20 }),
  ]);
  const shown = `${spec.majorVersion}.${spec.revision}`;
  return (
    <Page>
      <PageHeader
        parents={[{ href: '/admin/wf-specs', label: 'WfSpecs' }]}
        title={
          <>
            {spec.name} <span className="font-normal text-muted tabular-nums">{shown}</span>
          </>
        }
        description={spec.description}
        actions={
          <>
            <LinkButton href={`/admin/wf-runs?wfSpecName=${spec.name}`}>WfRuns</LinkButton>
            <LinkButton variant="primary" href={`${path}/start`}>
              Start a run
            </LinkButton>
          </>
        }
      />
      <div className="grid gap-6 xl:grid-cols-[minmax(0,1fr)_18rem] xl:items-start">
        <div className="grid min-w-0 gap-8">
          <WfSpecView spec={spec} />
          <CodeDisclosure label={`${spec.name} ${shown}`} value={spec} />
        </div>
        <VersionList
          more={versions.bookmark !== null}
          versions={versions.results.map((one) => {
            const label = `${one.majorVersion}.${one.revision}`;
            return { label, href: `${path}?version=${label}`, createdAt: one.createdAt, current: label === shown };
          })}
        />
      </div>
    </Page>
  );
}
