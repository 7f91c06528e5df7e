'use client';

import { useTranslations } from 'use-intl';
import type { SavedView } from '#contracts/saved-view.ts';
import { DESK_VIEWS, type InboxQuery } from './inbox-query.ts';

/** What a view is called. */
export function useViewName(): (query: InboxQuery, saved?: SavedView) => string {
  const t = useTranslations('inbox');
  return (query, saved) => {
    switch (query.view) {
      case 'saved':
        return saved?.name ?? t('savedViewGone');
      case 'group':
        return query.group ?? t('groups');
      default:
        return t(`views.${DESK_VIEWS[query.view]}`);
    }
  };
}
