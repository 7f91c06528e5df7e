'use client';

import { Check, Inbox, Plus, Trash2 } from 'lucide';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { DropdownMenu, MenuCheckboxItem, MenuItem, MenuSeparator } from '../ui/dropdown-menu.tsx';
import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { PrintButton } from '../ui/print-button.tsx';
import { SegmentedNav } from '../ui/segmented-nav.tsx';
import { TabNav } from '../ui/tab-nav.tsx';
import { TextLink } from '../ui/text-link.tsx';
import { Tooltip } from '../ui/tooltip.tsx';
import { Specimen, Specimens, State } from './specimen.tsx';

const VARIANTS = ['primary', 'secondary', 'ghost', 'danger', 'danger-quiet'] as const;
const SIZES = ['sm', 'md', 'lg'] as const;
const HERE = '/design';

/** What does something or leads somewhere. */
export function ShowActions() {
  const t = useTranslations('design');
  const [isOn, setOn] = useState(true);
  return (
    <Specimens>
      <Specimen name="Button" use={t('use.button')}>
        {VARIANTS.map((variant) => (
          <State key={variant} name={variant}>
            <Button variant={variant}>{t('sample.complete')}</Button>
          </State>
        ))}
        {SIZES.map((size) => (
          <State key={size} name={size}>
            <Button size={size}>{t('sample.complete')}</Button>
          </State>
        ))}
        <State name={t('state.icon')}>
          <Button variant="primary" icon={<Icon of={Check} />}>
            {t('sample.complete')}
          </Button>
        </State>
        <State name={t('state.loading')}>
          <Button variant="primary" loading>
            {t('sample.complete')}
          </Button>
        </State>
        <State name={t('state.disabled')}>
          <Button variant="primary" disabled>
            {t('sample.complete')}
          </Button>
        </State>
      </Specimen>
      <Specimen name="IconButton" use={t('use.iconButton')}>
        <State name={t('state.default')}>
          <IconButton label={t('sample.add')} icon={<Icon of={Plus} />} />
        </State>
        <State name={t('state.keys')}>
          <IconButton label={t('sample.add')} icon={<Icon of={Plus} />} keys={['n']} variant="secondary" />
        </State>
        <State name={t('state.disabled')}>
          <IconButton label={t('sample.remove')} icon={<Icon of={Trash2} />} disabled />
        </State>
        <State name="CopyButton">
          <CopyButton value="invoice-4711" label={t('sample.copyId')} />
        </State>
        <State name="PrintButton">
          <PrintButton />
        </State>
      </Specimen>
      <Specimen name="LinkButton, TextLink" use={t('use.link')}>
        <State name="LinkButton">
          <LinkButton href={HERE} icon={<Icon of={Inbox} />}>
            {t('sample.open')}
          </LinkButton>
        </State>
        <State name="TextLink">
          <TextLink href={HERE}>{t('sample.open')}</TextLink>
        </State>
        <State name="quiet">
          <TextLink quiet href={HERE}>
            {t('sample.open')}
          </TextLink>
        </State>
      </Specimen>
      <Specimen name="DropdownMenu, Tooltip, Kbd" use={t('use.menu')}>
        <State name="DropdownMenu">
          <DropdownMenu align="start" trigger={<Button>{t('sample.more')}</Button>}>
            <MenuItem icon={<Icon of={Check} />} trailing={<Kbd keys={['c']} />}>
              {t('sample.claim')}
            </MenuItem>
            <MenuItem disabled>{t('sample.release')}</MenuItem>
            <MenuSeparator />
            <MenuCheckboxItem checked={isOn} onCheckedChange={setOn}>
              {t('sample.wait')}
            </MenuCheckboxItem>
            <MenuSeparator />
            <MenuItem icon={<Icon of={Trash2} />} tone="danger">
              {t('sample.cancel')}
            </MenuItem>
          </DropdownMenu>
        </State>
        <State name="Tooltip">
          <Tooltip content={t('sample.tooltip')} keys={['Ctrl', 'Enter']}>
            <Button>{t('sample.hoverMe')}</Button>
          </Tooltip>
        </State>
        <State name="Kbd">
          <Kbd keys={['Ctrl', 'Enter']} />
        </State>
      </Specimen>
      <Specimen name="TabNav" use={t('use.tabs')}>
        <State name={t('state.current')} wide>
          <TabNav
            label={t('sample.views')}
            tabs={[
              { href: `${HERE}?tab=1`, label: t('sample.mine'), count: 12, current: true },
              { href: `${HERE}?tab=2`, label: t('sample.available'), count: 1204, current: false },
              { href: `${HERE}?tab=3`, label: t('sample.done'), current: false },
            ]}
          />
        </State>
      </Specimen>
      <Specimen name="SegmentedNav" use={t('use.segments')}>
        <State name={t('state.current')}>
          <SegmentedNav
            label={t('sample.range')}
            items={[7, 14, 30].map((count) => ({
              href: `${HERE}?days=${count}`,
              label: t('sample.days', { count }),
              current: count === 14,
            }))}
          />
        </State>
      </Specimen>
    </Specimens>
  );
}
