import type { Metadata } from 'next';
import { UserTaskDefView } from '#components/definitions/user-task-def-view.tsx';
import { firstOf, pageLinks, read, requirePerson, type SearchParams } from '../../../../read.ts';
import { deleteUserTaskDefVersion, migrateUserTaskRun } from '../../../actions.ts';

type Props = { params: Promise<{ name: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `UserTaskDef ${(await params).name}` };
}

export default async function UserTaskDefPage({ params, searchParams }: Props) {
  const { name } = await params;
  const path = `/admin/user-task-defs/${name}`;
  const here = await firstOf(searchParams, ['version', 'bookmark']);
  const person = await requirePerson(path, here);
  const [latest, def, versions, use] = await Promise.all([
    read(person, 'getUserTaskDef', { name }),
    here.version ? read(person, 'getUserTaskDefVersion', { name, version: Number(here.version) }) : null,
    read(person, 'listUserTaskDefVersions', { name, limit: 20, bookmark: here.bookmark }),
    read(person, 'getUserTaskDefUse', { name }),
  ]);
  return (
    <UserTaskDefView
      def={def ?? latest}
      latest={latest.version}
      versions={versions.results.map(({ version, createdAt }) => ({ version, createdAt }))}
      olderHref={pageLinks(path, here, versions).next}
      use={use}
      actions={{ deleteUserTaskDefVersion, migrateUserTaskRun }}
    />
  );
}
