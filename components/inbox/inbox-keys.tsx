'use client';

import { Keyboard } from 'lucide-react';
import { useState } from 'react';
import { useShortcuts } from '../shell/use-shortcuts.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Kbd } from '../ui/kbd.tsx';

const keys = [
  { keys: ['j'], does: 'Next task' },
  { keys: ['k'], does: 'Previous task' },
  { keys: ['Enter'], does: 'Open the task' },
  { keys: ['c'], does: 'Claim and start' },
  { keys: ['r'], does: 'Release' },
  { keys: ['Ctrl', 'Enter'], does: 'Complete' },
  { keys: ['/'], does: 'Search' },
  { keys: ['?'], does: 'This list' },
];

/** Moves through the list by j and k, and tells which keys there are. */
export function InboxKeys() {
  const [open, setOpen] = useState(false);
  useShortcuts({ j: () => moveFocus(1), k: () => moveFocus(-1), '?': () => setOpen(true) });
  return (
    <>
      <IconButton
        size="sm"
        label="Keyboard shortcuts"
        keys={['?']}
        icon={<Keyboard />}
        className="max-md:hidden"
        onClick={() => setOpen(true)}
      />
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title="Keyboard"
        description="Off while you type."
        size="sm"
        footer={<Button onClick={() => setOpen(false)}>Got it</Button>}
      >
        <dl className="grid gap-2.5">
          {keys.map(({ keys, does }) => (
            <div key={does} className="flex items-center justify-between gap-4">
              <dt>{does}</dt>
              <dd>
                <Kbd keys={keys} />
              </dd>
            </div>
          ))}
        </dl>
      </Dialog>
    </>
  );
}

/** From the row in focus, else from the open one, else from the top. */
function moveFocus(step: 1 | -1) {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-task-row]')];
  const focused = rows.findIndex((row) => row.matches(':focus'));
  const open = rows.findIndex((row) => row.hasAttribute('aria-current'));
  const from = focused === -1 ? open : focused;
  const target = from === -1 ? rows[0] : rows[from + step];
  target?.focus();
  target?.scrollIntoView({ block: 'nearest' });
}
