import type { Metadata } from 'next';
import { FormBuilder } from '#components/builder/form-builder.tsx';
import { translator } from '../../../../intl.ts';
import { requirePerson } from '../../../../read.ts';
import { putUserTaskDef } from '../../../actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator('builder.header');
  return { title: t('newTitle') };
}

export default async function NewUserTaskDefPage() {
  await requirePerson('/admin/user-task-defs/new');
  return <FormBuilder latest={null} nextVersion={0} putUserTaskDef={putUserTaskDef} />;
}
