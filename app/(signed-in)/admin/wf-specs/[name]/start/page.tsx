import type { Metadata } from 'next';
import { StartRunForm } from '#components/runs/start-run-form.tsx';
import { Page } from '#components/ui/page.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { translator } from '../../../../../intl.ts';
import { firstOf, read, requirePerson, type SearchParams } from '../../../../../read.ts';
import { runWf } from '../../../../actions.ts';
import { readStructs } from '../../../read-structs.ts';

type Props = { params: Promise<{ name: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await translator('runs');
  return { title: `${t('form.startTitle')}: ${(await params).name}` };
}

export default async function StartRunPage({ params, searchParams }: Props) {
  const { name } = await params;
  const here = await firstOf(searchParams, ['version']);
  const person = await requirePerson(`/admin/wf-specs/${name}/start`, here);
  const [spec, t] = await Promise.all([
    here.version
      ? read(person, 'getWfSpecVersion', { name, version: here.version })
      : read(person, 'getWfSpec', { name }),
    translator('runs'),
  ]);
  const variables = spec.threads[spec.entrypoint]?.variables ?? [];
  const structs = await readStructs(person, variables);
  return (
    <Page width="reading">
      <PageHeader
        parents={[
          { href: '/admin/wf-specs', label: t('spec.title') },
          { href: `/admin/wf-specs/${name}`, label: name },
        ]}
        title={t('form.startTitle')}
        status={
          <span className="text-muted tabular-nums">
            {t('form.version', { version: `${spec.majorVersion}.${spec.revision}` })}
          </span>
        }
        description={spec.description}
      />
      <Panel>
        <StartRunForm
          wfSpecName={name}
          majorVersion={spec.majorVersion}
          revision={spec.revision}
          variables={variables}
          structs={structs}
          runWf={runWf}
        />
      </Panel>
    </Page>
  );
}
