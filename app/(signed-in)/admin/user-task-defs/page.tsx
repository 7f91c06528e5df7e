import type { Metadata } from 'next';
import { DefinitionList } from '#components/admin/definition-list.tsx';
import { type LocalText, textIn } from '#contracts/local-text.ts';
import { firstOf, pageLinks, read, requirePerson, type SearchParams } from '../../../read.ts';

const textOf = (about: LocalText | undefined) => about && textIn(about);

export const metadata: Metadata = { title: 'UserTaskDefs' };

const PATH = '/admin/user-task-defs';

export default async function UserTaskDefsPage({ searchParams }: { searchParams: SearchParams }) {
  const params = await firstOf(searchParams, ['prefix', 'bookmark']);
  const person = await requirePerson(PATH, params);
  const page = await read(person, 'searchUserTaskDefs', params);
  const { next, first } = pageLinks(PATH, params, page);
  return (
    <DefinitionList
      label="UserTaskDefs"
      description="The forms that people fill in, each name in its latest version."
      path={PATH}
      params={params}
      nextHref={next}
      firstHref={first}
      rows={page.results.map((def) => ({
        name: def.name,
        href: `${PATH}/${def.name}`,
        version: `v${def.version}`,
        about: textOf(def.displayName ?? def.description),
        createdAt: def.createdAt,
      }))}
    />
  );
}
