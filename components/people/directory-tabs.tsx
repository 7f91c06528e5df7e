'use client';

import { useTranslations } from 'use-intl';
import { TabNav } from '../ui/tab-nav.tsx';

const PLACES = [
  ['people', '/admin/people'],
  ['groups', '/admin/groups'],
  ['keys', '/admin/api-keys'],
] as const;

/** From people to groups to keys, and back. */
export function DirectoryTabs({ current }: { current: (typeof PLACES)[number][0] }) {
  const t = useTranslations('desk.tabs');
  return (
    <TabNav
      label={t('label')}
      tabs={PLACES.map(([name, href]) => ({ href, label: t(name), current: name === current }))}
    />
  );
}
