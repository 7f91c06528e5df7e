import type { Metadata } from 'next';
import { AddKey } from '#components/people/add-key.tsx';
import { DirectoryTabs } from '#components/people/directory-tabs.tsx';
import { KeyTable } from '#components/people/key-table.tsx';
import { Page } from '#components/ui/page.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { translator } from '../../../../intl.ts';
import { firstOf, pageLinks, read, requirePerson, type SearchParams } from '../../../../read.ts';
import { createServiceKey, revokeServiceKey } from '../../../actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator('desk.keys');
  return { title: t('title') };
}

const PATH = '/admin/api-keys';

export default async function ApiKeysPage({ searchParams }: { searchParams: SearchParams }) {
  const params = await firstOf(searchParams, ['bookmark']);
  const person = await requirePerson(PATH, params);
  const [t, page] = await Promise.all([translator('desk.keys'), read(person, 'searchServiceKeys', params)]);
  const { next, first } = pageLinks(PATH, params, page);
  return (
    <Page>
      <PageHeader title={t('title')} description={t('description')} actions={<AddKey create={createServiceKey} />} />
      <DirectoryTabs current="keys" />
      <KeyTable keys={page.results} revoke={revokeServiceKey} nextHref={next} firstHref={first} />
    </Page>
  );
}
