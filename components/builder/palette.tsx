'use client';

import { useDraggable } from '@dnd-kit/core';
import { Plus } from 'lucide';
import { memo } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { DropdownMenu, MenuItem, MenuSeparator } from '../ui/dropdown-menu.tsx';
import { Icon } from '../ui/icon.tsx';
import { PALETTE_ICONS, type PaletteKind, PRESETS } from './field-presets.ts';

const KINDS: readonly PaletteKind[] = [...PRESETS, 'section'];
const PREFIX = 'palette/';

/** The kind that is dragged from the palette, or null for what is on the canvas already. */
export const draggedKind = (id: string): PaletteKind | null =>
  id.startsWith(PREFIX) ? (KINDS.find((kind) => kind === id.slice(PREFIX.length)) ?? null) : null;

type PaletteProps = { onAdd: (kind: PaletteKind) => void };

/** The kinds of questions: a click adds one below what is selected, a drag puts it where it is dropped. */
export const Palette = memo(function Palette({ onAdd }: PaletteProps) {
  const t = useTranslations('builder.palette');
  return (
    <ul aria-label={t('title')} className="grid gap-0.5">
      {KINDS.map((kind) => (
        <li key={kind}>
          <PaletteEntry kind={kind} onAdd={onAdd} />
        </li>
      ))}
    </ul>
  );
});

function PaletteEntry({ kind, onAdd }: PaletteProps & { kind: PaletteKind }) {
  const t = useTranslations('builder.palette');
  const { setNodeRef, listeners } = useDraggable({ id: `${PREFIX}${kind}` });
  return (
    <button
      type="button"
      ref={setNodeRef}
      // Keys add it, so only the mouse and the finger drag.
      onMouseDown={(event) => listeners?.onMouseDown?.(event)}
      onTouchStart={(event) => listeners?.onTouchStart?.(event)}
      onClick={() => onAdd(kind)}
      aria-label={t('add', { kind: t(`kinds.${kind}`) })}
      className="flex h-8 w-full cursor-grab items-center gap-2 rounded-md border border-transparent px-2 text-left text-sm transition-colors hover:border-line-strong hover:bg-raised touch:h-11"
    >
      <Icon of={PALETTE_ICONS[kind]} className="size-4 shrink-0 text-muted" />
      <span className="truncate">{t(`kinds.${kind}`)}</span>
    </button>
  );
}

/** The same in a menu, where there is no room for a palette. */
export const AddMenu = memo(function AddMenu({ onAdd }: PaletteProps) {
  const t = useTranslations('builder.palette');
  return (
    <DropdownMenu align="start" trigger={<Button icon={<Icon of={Plus} />}>{t('menu')}</Button>}>
      {KINDS.map((kind) => {
        return (
          <div key={kind}>
            {kind === 'section' ? <MenuSeparator /> : null}
            <MenuItem icon={<Icon of={PALETTE_ICONS[kind]} />} onSelect={() => onAdd(kind)}>
              {t(`kinds.${kind}`)}
            </MenuItem>
          </div>
        );
      })}
    </DropdownMenu>
  );
});
