import type { Metadata } from 'next';
import { DefinitionSearch } from '#components/definitions/definition-search.tsx';
import { AddGroup } from '#components/people/add-group.tsx';
import { DirectoryTabs } from '#components/people/directory-tabs.tsx';
import { GroupTable } from '#components/people/group-table.tsx';
import { Page } from '#components/ui/page.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { translator } from '../../../../intl.ts';
import { firstOf, pageLinks, read, requirePerson, type SearchParams } from '../../../../read.ts';
import { putGroup } from '../../../actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator('desk.groups');
  return { title: t('title') };
}

const PATH = '/admin/groups';

export default async function GroupsPage({ searchParams }: { searchParams: SearchParams }) {
  const params = await firstOf(searchParams, ['q', 'bookmark']);
  const person = await requirePerson(PATH, params);
  const { q, bookmark } = params;
  const [t, page] = await Promise.all([
    translator('desk.groups'),
    read(person, 'searchGroups', { ...(q && { prefix: q }), ...(bookmark && { bookmark }) }),
  ]);
  const { next, first } = pageLinks(PATH, params, page);
  return (
    <Page>
      <PageHeader title={t('title')} description={t('description')} actions={<AddGroup save={putGroup} />} />
      <DirectoryTabs current="groups" />
      <DefinitionSearch label={t('search')} path={PATH} name="q" value={q ?? ''} />
      <GroupTable groups={page.results} narrowed={q !== undefined} nextHref={next} firstHref={first} />
    </Page>
  );
}
