'use client';

import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Kbd } from '../ui/kbd.tsx';

const SECTIONS = [
  {
    title: 'list',
    keys: [
      [['j'], 'next'],
      [['k'], 'previous'],
      [['Enter'], 'open'],
      [['Esc'], 'back'],
      [['x'], 'select'],
      [['Shift', 'x'], 'selectMany'],
      [['Ctrl', 'a'], 'all'],
      [['.'], 'news'],
      [['/'], 'search'],
    ],
  },
  {
    title: 'openTask',
    keys: [
      [['c'], 'claim'],
      [['Ctrl', 'Enter'], 'complete'],
      [['Ctrl', 'Shift', 'Enter'], 'completeAndNext'],
      [['r'], 'release'],
      [['a'], 'handOver'],
      [['z'], 'undo'],
    ],
  },
  {
    title: 'anywhere',
    keys: [
      [['n'], 'giveNext'],
      [['Ctrl', 'k'], 'palette'],
      [['?'], 'help'],
    ],
  },
] as const;

/** Which keys there are. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('inbox.keys');
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('title')}
      description={t('text')}
      size="sm"
      footer={<Button onClick={onClose}>{t('close')}</Button>}
    >
      <div className="grid gap-5">
        {SECTIONS.map(({ title, keys }) => (
          <section key={title} aria-label={t(title)}>
            <h3 className="mb-2 text-muted text-sm">{t(title)}</h3>
            <dl className="grid gap-2">
              {keys.map(([caps, does]) => (
                <div key={does} className="flex items-center justify-between gap-4">
                  <dt>{t(does)}</dt>
                  <dd>
                    <Kbd keys={caps} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
