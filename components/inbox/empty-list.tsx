'use client';

import { AlarmClockCheck, CircleCheck, Hourglass, Inbox, SearchX, UsersRound } from 'lucide';
import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { EmptyState } from '../ui/empty-state.tsx';
import { Icon } from '../ui/icon.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { bareView, type InboxQuery, inboxHref } from './inbox-query.ts';

/** Why there is nothing in the list, and what to do about it. */
export function EmptyList({
  query,
  isNarrowed,
  groups,
}: {
  query: InboxQuery;
  isNarrowed: boolean;
  groups: readonly string[];
}) {
  const t = useTranslations('inbox.empty');
  const format = useFormatter();
  if (isNarrowed) {
    const whole = <LinkButton href={inboxHref(bareView(query))}>{t('clear')}</LinkButton>;
    return <Empty icon={<Icon of={SearchX} />} title={t('searched')} text={t('searchedText')} action={whole} />;
  }
  switch (query.view) {
    case 'mine': {
      const available = <LinkButton href="/inbox?view=available">{t('seeAvailable')}</LinkButton>;
      return (
        <Empty
          icon={<Icon of={Inbox} />}
          title={t('mine')}
          text={t('mineText')}
          action={groups.length > 0 && available}
        />
      );
    }
    case 'available':
      return groups.length === 0 ? (
        <Empty icon={<Icon of={UsersRound} />} title={t('noGroup')} text={t('noGroupText')} />
      ) : (
        <Empty
          icon={<Icon of={UsersRound} />}
          title={t('available')}
          text={t('availableText', { groups: format.list(groups, { type: 'disjunction' }) })}
        />
      );
    case 'due-soon':
      return <Empty icon={<Icon of={AlarmClockCheck} />} title={t('dueSoon')} text={t('dueSoonText')} />;
    case 'overdue':
      return <Empty icon={<Icon of={AlarmClockCheck} />} title={t('overdue')} text={t('overdueText')} />;
    case 'waiting':
      return <Empty icon={<Icon of={Hourglass} />} title={t('waiting')} text={t('waitingText')} />;
    case 'done':
      return <Empty icon={<Icon of={CircleCheck} />} title={t('done')} text={t('doneText')} />;
    case 'group':
      return (
        <Empty icon={<Icon of={UsersRound} />} title={t('group')} text={t('groupText', { group: query.group ?? '' })} />
      );
    case 'saved':
      return <Empty icon={<Icon of={Inbox} />} title={t('saved')} text={t('savedText')} />;
  }
}

function Empty({ text, ...rest }: { icon: ReactNode; title: string; text: string; action?: ReactNode }) {
  return (
    <EmptyState {...rest}>
      <p>{text}</p>
    </EmptyState>
  );
}
