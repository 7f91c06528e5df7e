import type { Metadata } from 'next';
import { DefinitionSearch } from '#components/definitions/definition-search.tsx';
import { AddUser } from '#components/people/add-user.tsx';
import { DirectoryTabs } from '#components/people/directory-tabs.tsx';
import { UserTable } from '#components/people/user-table.tsx';
import { Page } from '#components/ui/page.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { translator } from '../../../../intl.ts';
import { firstOf, pageLinks, read, requirePerson, type SearchParams } from '../../../../read.ts';
import { putUser } from '../../../actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator('desk.people');
  return { title: t('title') };
}

const PATH = '/admin/people';

export default async function PeoplePage({ searchParams }: { searchParams: SearchParams }) {
  const params = await firstOf(searchParams, ['q', 'bookmark']);
  const person = await requirePerson(PATH, params);
  const [t, page] = await Promise.all([translator('desk.people'), read(person, 'searchUsers', params)]);
  const { next, first } = pageLinks(PATH, params, page);
  return (
    <Page>
      <PageHeader title={t('title')} description={t('description')} actions={<AddUser save={putUser} />} />
      <DirectoryTabs current="people" />
      <DefinitionSearch label={t('search')} path={PATH} name="q" value={params.q ?? ''} />
      <UserTable users={page.results} narrowed={params.q !== undefined} nextHref={next} firstHref={first} />
    </Page>
  );
}
