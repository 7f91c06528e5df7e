import type { Metadata } from 'next';
import { CodeDisclosure } from '#components/admin/code-disclosure.tsx';
import { TaskDefView } from '#components/admin/task-def-view.tsx';
import { Page } from '#components/ui/page.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { read, requirePerson } from '../../../../read.ts';

type Props = { params: Promise<{ name: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `TaskDef ${(await params).name}` };
}

export default async function TaskDefPage({ params }: Props) {
  const { name } = await params;
  const person = await requirePerson(`/admin/task-defs/${name}`);
  const def = await read(person, 'getTaskDef', { name });
  return (
    <Page width="reading">
      <PageHeader
        parents={[{ href: '/admin/task-defs', label: 'TaskDefs' }]}
        title={def.name}
        description={def.description}
      />
      <TaskDefView def={def} />
      <CodeDisclosure label={def.name} value={def} />
    </Page>
  );
}
