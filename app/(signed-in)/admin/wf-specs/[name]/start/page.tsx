import type { Metadata } from 'next';
import { StartRunForm } from '#components/admin/start-run-form.tsx';
import { Page } from '#components/ui/page.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { read, requirePerson } from '../../../../../read.ts';
import { runWf } from '../../../../actions.ts';

type Props = { params: Promise<{ name: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Start ${(await params).name}` };
}

export default async function StartRunPage({ params }: Props) {
  const { name } = await params;
  const person = await requirePerson(`/admin/wf-specs/${name}/start`);
  const spec = await read(person, 'getWfSpec', { name });
  return (
    <Page width="reading">
      <PageHeader
        parents={[
          { href: '/admin/wf-specs', label: 'WfSpecs' },
          { href: `/admin/wf-specs/${name}`, label: name },
        ]}
        title="Start a run"
        description={spec.description}
      />
      <Panel>
        <StartRunForm
          wfSpecName={name}
          majorVersion={spec.majorVersion}
          variables={spec.threads[spec.entrypoint]?.variables ?? []}
          runWf={runWf}
        />
      </Panel>
    </Page>
  );
}
