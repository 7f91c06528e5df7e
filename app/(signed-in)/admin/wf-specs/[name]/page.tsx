import type { Metadata } from 'next';
import { JsonDisclosure } from '#components/definitions/json-disclosure.tsx';
import { SpecDiagram } from '#components/runs/spec-diagram.tsx';
import { SpecFacts } from '#components/runs/spec-facts.tsx';
import { SpecVersions } from '#components/runs/spec-versions.tsx';
import { WfSpecView } from '#components/runs/wf-spec-view.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Page } from '#components/ui/page.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { translator } from '../../../../intl.ts';
import { firstOf, pageLinks, read, requirePerson, type SearchParams } from '../../../../read.ts';
import { readPictures } from '../../read-pictures.ts';

type Props = { params: Promise<{ name: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `WfSpec ${(await params).name}` };
}

export default async function WfSpecPage({ params, searchParams }: Props) {
  const { name } = await params;
  const path = `/admin/wf-specs/${name}`;
  const here = await firstOf(searchParams, ['version', 'versions']);
  const person = await requirePerson(path, here);
  const [spec, versions, counts, t] = await Promise.all([
    here.version
      ? read(person, 'getWfSpecVersion', { name, version: here.version })
      : read(person, 'getWfSpec', { name }),
    read(person, 'listWfSpecVersions', { name, limit: 20, bookmark: here.versions }),
    read(person, 'countWfRuns', { wfSpecNames: name }),
    translator('runs'),
  ]);
  const pictures = await readPictures(person, spec);
  const shown = `${spec.majorVersion}.${spec.revision}`;
  const links = pageLinks(path, here, versions, 'versions');
  return (
    <Page>
      <PageHeader
        parents={[{ href: '/admin/wf-specs', label: t('spec.title') }]}
        title={
          <>
            {spec.name} <span className="font-normal text-muted tabular-nums">{shown}</span>
          </>
        }
        description={spec.description}
        actions={
          <>
            <LinkButton href={`/admin/wf-runs?wfSpecName=${spec.name}`}>{t('spec.showRuns')}</LinkButton>
            <LinkButton variant="primary" href={`${path}/start?version=${shown}`}>
              {t('spec.start')}
            </LinkButton>
          </>
        }
      />
      <SpecDiagram spec={spec} pictures={pictures} />
      <div className="grid gap-6 xl:grid-cols-[minmax(0,1fr)_18rem] xl:items-start">
        <div className="grid min-w-0 gap-8">
          <WfSpecView spec={spec} />
          <JsonDisclosure label={`${spec.name} ${shown}`} value={spec} />
        </div>
        <div className="grid min-w-0 gap-6 max-xl:order-first max-xl:md:grid-cols-2">
          <SpecFacts spec={spec} counts={counts.results} />
          <SpecVersions
            olderHref={links.next}
            newestHref={links.first}
            versions={versions.results.map((one) => {
              const label = `${one.majorVersion}.${one.revision}`;
              return { label, href: `${path}?version=${label}`, createdAt: one.createdAt, current: label === shown };
            })}
          />
        </div>
      </div>
    </Page>
  );
}
