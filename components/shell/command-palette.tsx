'use client';

import { useQuery } from '@tanstack/react-query';
import { Command } from 'cmdk';
import { Bookmark, ClipboardCheck, CornerDownLeft, Languages, SunMoon, UsersRound, Workflow } from 'lucide';
import { usePathname, useRouter } from 'next/navigation';
import { Dialog as Radix } from 'radix-ui';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { LANGUAGE_COOKIE, LANGUAGES } from '../i18n/languages.ts';
import { remember } from '../i18n/remember.ts';
import { showAddress } from '../inbox/address.ts';
import { DESK_VIEWS, type DeskView, inboxHref, taskIdOf } from '../inbox/inbox-query.ts';
import { viewsQuery } from '../inbox/queries.ts';
import { HolderName } from '../people/person-name.tsx';
import { setTheme, THEMES } from '../theme/use-theme.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Icon } from '../ui/icon.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { useReturnFocus } from '../ui/use-return-focus.ts';
import { useTaskTitle } from '../user-task/use-task-title.ts';
import type { Account } from './account-menu.tsx';
import { useOffer } from './commands.tsx';
import { useFound } from './find-in-palette.ts';
import { ADMIN_PLACES, VIEW_ICONS } from './places.tsx';

/** Everywhere one can go and what can be done there, found by typing. */
export function CommandPalette({ account, onClose }: { account: Account; onClose: () => void }) {
  const t = useTranslations('shell');
  const tInbox = useTranslations('inbox');
  const titleOf = useTaskTitle();
  const router = useRouter();
  const pathname = usePathname();
  const isInbox = pathname === '/inbox';
  const { rememberOpener, returnFocus } = useReturnFocus();
  const [offer] = useState(useOffer());
  const [text, setText] = useState('');
  const { tasks, people, groups, runs, isOld, isSearching } = useFound(text, account.isAdmin);
  const { list, input, selected, select } = useFirstSelected(text);
  const { data: views = [] } = useQuery({ ...viewsQuery, enabled: false });

  /** What is done may need the page to be back first, with the focus where it was. */
  const act = (run: () => void) => () => {
    onClose();
    setTimeout(run);
  };
  const goTo = (href: string) =>
    act(() => {
      if (isInbox && href.startsWith('/inbox?')) showAddress(href);
      else router.push(href);
    });
  /** Beside the list that is shown, if there is one; from the admin's desk by itself, as everywhere there. */
  const hrefOfTask = (id: string) => {
    if (pathname.startsWith('/admin')) return `/tasks/${id}?from=admin`;
    const params = new URLSearchParams(isInbox ? window.location.search : { view: 'mine' });
    params.set('task', id);
    return `/inbox?${params}`;
  };

  return (
    <Radix.Root open onOpenChange={onClose}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-fade-in bg-scrim" />
        <Radix.Content
          aria-describedby={undefined}
          onOpenAutoFocus={rememberOpener}
          onCloseAutoFocus={returnFocus}
          className="fixed inset-x-4 top-[12vh] z-50 mx-auto max-w-150 animate-dialog-in overflow-hidden rounded-xl border border-line bg-raised text-ink shadow-lg outline-none max-md:inset-x-2 max-md:top-2 dark:border-line-strong"
        >
          <Radix.Title className="sr-only">{t('palette.title')}</Radix.Title>
          <Command
            loop
            label={t('palette.title')}
            value={selected}
            onValueChange={select}
            className="flex max-h-[min(32rem,76vh)] flex-col"
          >
            <Command.Input
              ref={input}
              autoFocus
              value={text}
              onValueChange={setText}
              placeholder={t(account.isAdmin ? 'palette.placeholderAdmin' : 'palette.placeholder')}
              className="h-12 w-full shrink-0 border-line border-b bg-transparent px-4 text-lg outline-none"
            />
            <Command.List
              ref={list}
              className="min-h-0 flex-1 scroll-py-2 overflow-y-auto p-1.5 [scrollbar-width:thin]"
            >
              {isSearching || tasks.length + people.length + groups.length + runs.length > 0 ? null : (
                <Command.Empty className="px-3 py-8 text-center text-muted">{t('palette.nothing')}</Command.Empty>
              )}
              {offer.commands.length > 0 ? (
                <Group heading={offer.about ? t('palette.about', { title: offer.about }) : t('palette.here')}>
                  {offer.commands.map(({ id, label, keys, run }) => (
                    <Item
                      key={id}
                      value={`${id} ${label}`}
                      icon={<Icon of={CornerDownLeft} />}
                      keys={keys}
                      onSelect={act(run)}
                    >
                      {label}
                    </Item>
                  ))}
                </Group>
              ) : null}
              {tasks.length > 0 ? (
                <Group heading={t('palette.tasks')} forceMount>
                  {tasks.map((task) => {
                    const id = taskIdOf(task);
                    return (
                      <Item
                        key={id}
                        value={`task ${id}`}
                        forceMount
                        disabled={isOld}
                        icon={<Icon of={ClipboardCheck} />}
                        detail={task.context}
                        aside={<HolderName owners={task} className="max-w-48 text-muted text-sm max-md:hidden" />}
                        onSelect={goTo(hrefOfTask(id))}
                      >
                        {titleOf(task)}
                      </Item>
                    );
                  })}
                </Group>
              ) : null}
              {people.length + groups.length > 0 ? (
                <Group heading={t('palette.owners')} forceMount>
                  {people.map(({ userId, displayName }) => (
                    <Item
                      key={userId}
                      value={`person ${userId}`}
                      forceMount
                      disabled={isOld}
                      icon={<Avatar name={displayName} />}
                      detail={userId}
                      onSelect={goTo(`/admin/people/${encodeURIComponent(userId)}`)}
                    >
                      {displayName}
                    </Item>
                  ))}
                  {groups.map(({ name }) => (
                    <Item
                      key={name}
                      value={`owner ${name}`}
                      forceMount
                      disabled={isOld}
                      icon={<Avatar name={name} kind="group" />}
                      onSelect={goTo(`/admin/groups/${encodeURIComponent(name)}`)}
                    >
                      {name}
                    </Item>
                  ))}
                </Group>
              ) : null}
              {runs.length > 0 ? (
                <Group heading={t('palette.runs')} forceMount>
                  {runs.map(({ id, wfSpecName }) => (
                    <Item
                      key={id}
                      value={`run ${id}`}
                      forceMount
                      disabled={isOld}
                      icon={<Icon of={Workflow} />}
                      detail={wfSpecName}
                      onSelect={goTo(`/admin/wf-runs/${encodeURIComponent(id)}`)}
                    >
                      {id}
                    </Item>
                  ))}
                </Group>
              ) : null}
              <Group heading={t('palette.goTo')}>
                {Object.entries(VIEW_ICONS).map(([key, icon]) => {
                  const view = key as DeskView;
                  const label = tInbox(`views.${DESK_VIEWS[view]}`);
                  return (
                    <Item key={view} value={`${view} ${label}`} icon={icon} onSelect={goTo(inboxHref({ view }))}>
                      {label}
                    </Item>
                  );
                })}
                {account.groups.map((group) => (
                  <Item
                    key={group}
                    value={`group ${group}`}
                    icon={<Icon of={UsersRound} />}
                    onSelect={goTo(inboxHref({ view: 'group', group }))}
                  >
                    {group}
                  </Item>
                ))}
                {views.map(({ id, name }) => (
                  <Item
                    key={id}
                    value={`view ${name} ${id}`}
                    icon={<Icon of={Bookmark} />}
                    onSelect={goTo(inboxHref({ view: 'saved', saved: id }))}
                  >
                    {name}
                  </Item>
                ))}
              </Group>
              {account.isAdmin ? (
                <Group heading={t('administration')}>
                  {ADMIN_PLACES.map(({ href, name, icon }) => (
                    <Item key={href} value={`admin ${name} ${t(`places.${name}`)}`} icon={icon} onSelect={goTo(href)}>
                      {t(`places.${name}`)}
                    </Item>
                  ))}
                </Group>
              ) : null}
              <Group heading={t('palette.look')}>
                {THEMES.map((theme) => (
                  <Item
                    key={theme}
                    value={`theme ${theme} ${t(`theme.${theme}`)}`}
                    icon={<Icon of={SunMoon} />}
                    onSelect={act(() => setTheme(theme))}
                  >
                    {t('palette.theme', { theme: t(`theme.${theme}`) })}
                  </Item>
                ))}
                {Object.entries(LANGUAGES).map(([code, language]) => (
                  <Item
                    key={code}
                    value={`language ${language}`}
                    icon={<Icon of={Languages} />}
                    onSelect={act(() => {
                      remember(LANGUAGE_COOKIE, code);
                      router.refresh();
                    })}
                  >
                    {t('palette.language', { language })}
                  </Item>
                ))}
              </Group>
            </Command.List>
            <p role="status" className="sr-only">
              {isSearching ? t('palette.searching') : ''}
            </p>
          </Command>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

const ITEM = '[cmdk-item]:not([aria-disabled="true"])';

/**
 * The first that is listed is selected until one moves to another. The list by itself would select none of what comes later than the
 * text that it was found by.
 */
function useFirstSelected(text: string) {
  const list = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [selected, setSelected] = useState('');
  const [movedAt, setMovedAt] = useState<string>();
  const values = () => [...(list.current?.querySelectorAll(ITEM) ?? [])].map((item) => item.getAttribute('data-value'));

  // After each drawing, since that is when the list may have become another.
  useLayoutEffect(() => {
    const listed = values();
    if (movedAt !== text || !listed.includes(selected)) setSelected(listed[0] ?? '');
  });

  // The list tells assistive technology only of what it selected by itself.
  useEffect(() => {
    const id = list.current?.querySelector('[aria-selected="true"]')?.id;
    if (id) input.current?.setAttribute('aria-activedescendant', id);
  });

  function select(value: string) {
    setMovedAt(value === values()[0] ? undefined : text);
    setSelected(value);
  }
  return { list, input, selected, select };
}

function Group(props: { heading: string; forceMount?: boolean; children: ReactNode }) {
  return (
    <Command.Group
      {...props}
      className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-3 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-muted [&_[cmdk-group-heading]]:text-xs"
    />
  );
}

type ItemProps = {
  value: string;
  icon: ReactNode;
  keys?: readonly string[] | undefined;
  detail?: string | null;
  /** At the right end. */
  aside?: ReactNode;
  forceMount?: boolean;
  /** Found by what was typed before, until what is typed now has found its own. */
  disabled?: boolean;
  onSelect: () => void;
  children: ReactNode;
};

function Item({ icon, keys, detail, aside, children, ...rest }: ItemProps) {
  return (
    <Command.Item
      {...rest}
      className="flex min-h-9 cursor-default items-center gap-2.5 rounded-md px-2.5 py-1.5 transition-opacity data-[selected=true]:bg-hover aria-disabled:opacity-60 aria-disabled:delay-300 [&>svg]:size-4 [&>svg]:shrink-0 [&>svg]:text-muted touch:min-h-11"
    >
      {icon}
      <span className="min-w-0 truncate">{children}</span>
      {detail ? <span className="min-w-0 flex-1 truncate text-muted text-sm">{detail}</span> : null}
      {aside ? <span className="ml-auto inline-flex min-w-0 shrink-0">{aside}</span> : null}
      {keys ? <Kbd keys={keys} className="ml-auto" /> : null}
    </Command.Item>
  );
}
