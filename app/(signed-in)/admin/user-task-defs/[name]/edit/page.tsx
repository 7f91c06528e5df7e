import type { Metadata } from 'next';
import { FormBuilder } from '#components/builder/form-builder.tsx';
import { translator } from '../../../../../intl.ts';
import { firstOf, read, requirePerson, type SearchParams } from '../../../../../read.ts';
import { putUserTaskDef } from '../../../../actions.ts';

type Props = { params: Promise<{ name: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await translator('builder.header');
  return { title: t('title', { name: (await params).name }) };
}

export default async function EditUserTaskDefPage({ params, searchParams }: Props) {
  const { name } = await params;
  const { from } = await firstOf(searchParams, ['from']);
  const person = await requirePerson(`/admin/user-task-defs/${name}/edit`, { from });
  const [latest, startFrom, { nextVersion }] = await Promise.all([
    read(person, 'getUserTaskDef', { name }),
    from ? read(person, 'getUserTaskDefVersion', { name, version: Number(from) }) : undefined,
    read(person, 'getUserTaskDefUse', { name }),
  ]);
  return (
    <FormBuilder latest={latest} startFrom={startFrom} nextVersion={nextVersion} putUserTaskDef={putUserTaskDef} />
  );
}
