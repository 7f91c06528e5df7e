import type { Metadata } from 'next';
import { TaskDefView } from '#components/definitions/task-def-view.tsx';
import { read, requirePerson } from '../../../../read.ts';
import { deleteTaskDef } from '../../../actions.ts';

type Props = { params: Promise<{ name: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `TaskDef ${(await params).name}` };
}

const THIRTY_DAYS_MS = 30 * 86_400_000;

export default async function TaskDefPage({ params }: Props) {
  const { name } = await params;
  const person = await requirePerson(`/admin/task-defs/${name}`);
  const from = new Date(Date.now() - THIRTY_DAYS_MS).toISOString();
  const [def, { usedBy }, { tallies }] = await Promise.all([
    read(person, 'getTaskDef', { name }),
    read(person, 'getTaskDefUse', { name }),
    read(person, 'getTaskRunMetrics', { taskDefName: name, from }),
  ]);
  return <TaskDefView def={def} usedBy={usedBy} tallies={tallies} deleteTaskDef={deleteTaskDef} />;
}
