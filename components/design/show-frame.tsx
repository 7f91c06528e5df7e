'use client';

import { CircleCheck, FormInput, Hourglass, Inbox, Plus, UsersRound } from 'lucide';
import { useTranslations } from 'use-intl';
import { Avatar } from '../ui/avatar.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Icon } from '../ui/icon.tsx';
import { NavDrawer } from '../ui/nav-drawer.tsx';
import { NavList, type NavSection } from '../ui/nav-list.tsx';
import { Panel } from '../ui/panel.tsx';
import { Panes } from '../ui/panes.tsx';
import { ScrollRegion } from '../ui/scroll-region.tsx';
import { Specimen, Specimens, State } from './specimen.tsx';

/** The frame of all pages, and what divides one. */
export function ShowFrame() {
  const t = useTranslations('design');
  const nav: NavSection[] = [
    {
      items: [
        { href: '/design', label: t('sample.mine'), icon: <Icon of={Inbox} />, count: 12 },
        { href: '/design?view=available', label: t('sample.available'), icon: <Icon of={UsersRound} />, count: '99+' },
        { href: '/design?view=waiting', label: t('sample.waiting'), icon: <Icon of={Hourglass} /> },
      ],
    },
    {
      label: t('sample.administration'),
      items: [{ href: '/design?view=forms', label: t('sample.forms'), icon: <Icon of={FormInput} /> }],
    },
  ];
  const account = (
    <p className="flex items-center gap-2.5 px-1.5 py-1 text-sm">
      <Avatar name="Fiona Figure" size="md" />
      Fiona Figure
    </p>
  );
  return (
    <Specimens>
      <Specimen name="AppShell, NavList, NavDrawer" use={t('use.shell')}>
        <State name="NavList">
          <nav
            aria-label={t('sample.places')}
            className="w-59 max-w-full rounded-md border border-line bg-canvas p-2.5"
          >
            <NavList sections={nav} />
          </nav>
        </State>
        <State name="NavDrawer">
          <NavDrawer sections={nav} account={account} />
        </State>
      </Specimen>
      <Specimen name="Panes" use={t('use.panes')}>
        <State name={t('state.chosen')} wide>
          <div className="flex h-64 overflow-hidden rounded-md border border-line">
            <Panes
              listLabel={t('sample.views')}
              list={
                <ul className="divide-y divide-line">
                  {['R-4711', 'R-4712', 'R-4713'].map((id, index) => (
                    <li key={id} className={index === 0 ? 'bg-accent-soft px-3 py-2.5 font-medium' : 'px-3 py-2.5'}>
                      {id}
                    </li>
                  ))}
                </ul>
              }
              detailLabel={t('sample.invoice')}
              detail={
                <EmptyState icon={<Icon of={CircleCheck} />} title="R-4711" className="py-8">
                  {t('sample.remarkText')}
                </EmptyState>
              }
              showing="list"
            />
          </div>
        </State>
      </Specimen>
      <Specimen name="Page, PageHeader, Panel" use={t('use.panel')}>
        <State name="Panel" wide>
          <Panel
            title={t('sample.invoices')}
            description={t('sample.emptyText')}
            actions={
              <Button size="sm" icon={<Icon of={Plus} />}>
                {t('sample.add')}
              </Button>
            }
          >
            {t('sample.remarkText')}
          </Panel>
        </State>
        <State name="flush" wide>
          <Panel flush title={t('sample.invoices')}>
            <ul className="divide-y divide-line">
              {['R-4711', 'R-4712'].map((id) => (
                <li key={id} className="px-4 py-2.5">
                  {id}
                </li>
              ))}
            </ul>
          </Panel>
        </State>
      </Specimen>
      <Specimen name="ScrollRegion" use={t('use.scroll')}>
        <State name={t('state.tooWide')} wide>
          <ScrollRegion label={t('state.tooWide')} className="rounded-md border border-line">
            <p className="w-240 p-3 text-muted text-sm">{t('sample.longText').repeat(4)}</p>
          </ScrollRegion>
        </State>
      </Specimen>
    </Specimens>
  );
}
