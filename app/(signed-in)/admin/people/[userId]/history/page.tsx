import { History } from 'lucide';
import type { Metadata } from 'next';
import { HistoryExport } from '#components/people/history-export.tsx';
import { HistoryFilters } from '#components/people/history-filters.tsx';
import { PeopleProvider } from '#components/people/people-provider.tsx';
import { PersonHistory } from '#components/people/person-history.tsx';
import { peopleIn } from '#components/people/person-turn.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Page } from '#components/ui/page.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { PrintButton } from '#components/ui/print-button.tsx';
import { PERSON_EVENT_TYPES } from '#contracts/user-task-history.ts';
import { translator } from '../../../../../intl.ts';
import { find, firstOf, pageLinks, requirePerson, type SearchParams } from '../../../../../read.ts';
import { readNames } from '../../../../../read-names.ts';
import { textOfSegment } from '../../../../../segment.ts';

type Props = { params: Promise<{ userId: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await translator('desk.history');
  return { title: t('titleOf', { name: textOfSegment((await params).userId) }) };
}

/** Everything that a person got, gave up and ended: to read, to print, or to take along. */
export default async function PersonHistoryPage({ params, searchParams }: Props) {
  const userId = textOfSegment((await params).userId);
  const parent = `/admin/people/${encodeURIComponent(userId)}`;
  const path = `${parent}/history`;
  const given = await firstOf(searchParams, ['from', 'to', 'type', 'bookmark']);
  const person = await requirePerson(path, given);
  const type = PERSON_EVENT_TYPES.find((one) => one === given.type);
  const [t, found] = await Promise.all([
    translator('desk.history'),
    find(person, 'listEventsOfPerson', { userId, ...given, type, limit: 100 }),
  ]);
  // An address that was written by hand may ask for what cannot be.
  const page = found?.output ?? { results: [], bookmark: null };
  const people = await readNames(person, [userId, ...page.results.flatMap(({ event }) => peopleIn(event))]);
  const name = people.find((one) => one.userId === userId)?.displayName ?? userId;
  const { next, first } = pageLinks(path, given, page);
  const { from, to } = given;
  const isNarrowed = Boolean(from || to || type);
  return (
    <PeopleProvider people={people}>
      <Page width="reading">
        <PageHeader
          parents={[{ href: parent, label: name }]}
          title={t('title')}
          description={t('description', { name })}
          actions={
            <>
              <PrintButton />
              <HistoryExport userId={userId} from={from} to={to} type={type} />
            </>
          }
        />
        <HistoryFilters path={path} from={from} to={to} type={type} />
        <Panel>
          {page.results.length > 0 ? (
            <>
              <h2 className="sr-only">{t('label')}</h2>
              <PersonHistory userId={userId} entries={page.results} />
            </>
          ) : (
            <EmptyState icon={<Icon of={History} />} title={t(isNarrowed ? 'noMatch' : 'none')}>
              <p>{t(isNarrowed ? 'noMatchText' : 'noneText')}</p>
            </EmptyState>
          )}
        </Panel>
        <Pagination label={t('title')} nextHref={next} firstHref={first} />
      </Page>
    </PeopleProvider>
  );
}
