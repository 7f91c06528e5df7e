'use client';

import { useQueryClient } from '@tanstack/react-query';
import { Ellipsis, PenLine, Trash2 } from 'lucide';
import { useRouter } from 'next/navigation';
import { Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { SavedView } from '#contracts/saved-view.ts';
import { useRefusalWords } from '../api/use-refusal-words.ts';
import { DropdownMenu, MenuItem } from '../ui/dropdown-menu.tsx';
import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { later } from '../ui/later.tsx';
import { toast } from '../ui/toast.ts';
import type { ViewActions } from './inbox-actions.ts';
import { inboxHref } from './inbox-query.ts';
import { recount, viewsQuery } from './queries.ts';

const ViewDialog = later(() => import('./view-dialog.tsx').then((part) => part.ViewDialog));

const UNDO_MS = 10_000;

/** What can be done with a saved view: another name, or away with it, which can be taken back for some seconds. */
export function SavedViewMenu({
  view,
  isCurrent,
  actions,
}: {
  view: SavedView;
  isCurrent: boolean;
  actions: ViewActions;
}) {
  const t = useTranslations('inbox.save');
  const words = useRefusalWords();
  const tInbox = useTranslations('inbox');
  const store = useQueryClient();
  const router = useRouter();
  const [isRenaming, setRenaming] = useState(false);

  async function remove() {
    const answer = await actions.remove({ viewId: view.id }).catch(() => null);
    if (!answer?.ok) return void toast.error(answer ? words(answer.refusal) : t('failed'));
    store.setQueryData(viewsQuery.queryKey, (known = []) => known.filter(({ id }) => id !== view.id));
    if (isCurrent) router.push('/inbox?view=mine');
    toast.success(t('deleted', { name: view.name }), {
      duration: UNDO_MS,
      action: { label: tInbox('undo'), onClick: () => void bringBack() },
    });
  }

  /** The view comes back as it was, under an id of its own. */
  async function bringBack() {
    const { name, query, userGroup } = view;
    const answer = await actions.create({ name, query, ...(userGroup !== null && { userGroup }) }).catch(() => null);
    if (!answer?.ok) return void toast.error(answer ? words(answer.refusal) : t('failed'));
    await store.invalidateQueries({ queryKey: viewsQuery.queryKey });
    void recount(store);
    if (isCurrent) router.push(inboxHref({ view: 'saved', saved: answer.value.id }));
  }

  return (
    <>
      <DropdownMenu
        trigger={<IconButton size="sm" label={t('options', { name: view.name })} icon={<Icon of={Ellipsis} />} />}
        align="start"
      >
        <MenuItem icon={<Icon of={PenLine} />} onSelect={() => setRenaming(true)}>
          {t('rename')}
        </MenuItem>
        <MenuItem icon={<Icon of={Trash2} />} tone="danger" onSelect={() => void remove()}>
          {t('delete')}
        </MenuItem>
      </DropdownMenu>
      {isRenaming ? (
        <Suspense>
          <ViewDialog subject={{ view }} groups={[]} actions={actions} onClose={() => setRenaming(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
