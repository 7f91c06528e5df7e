'use client';

import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { ArrowDown, ArrowUp, CircleAlert, Copy, Eye, GripVertical, Lock, Trash2 } from 'lucide';
import { type KeyboardEvent, memo, type Ref } from 'react';
import { useTranslations } from 'use-intl';
import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { cn } from '../ui/styles.ts';
import { PALETTE_ICONS, presetOf } from './field-presets.ts';
import type { Item } from './form-draft.ts';
import { useItemName } from './item-name.ts';

export type ItemDeeds = {
  select: (key: string) => void;
  duplicate: (key: string) => void;
  remove: (key: string) => void;
  move: (key: string, distance: number) => void;
};

type CanvasItemProps = {
  item: Item;
  isSelected: boolean;
  isFirst: boolean;
  isLast: boolean;
  fault: string | undefined;
  isDropBefore: boolean;
  deeds: ItemDeeds;
};

/** An item of the form, to select, to move and to take away. */
export const CanvasItem = memo(function CanvasItem({ isDropBefore, ...shown }: CanvasItemProps) {
  const { item, isFirst } = shown;
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({
    id: item.key,
  });
  return (
    <li
      ref={setNodeRef}
      // A row that stays where it is needs no layer of its own, as a hundred would.
      style={{ transform: transform?.x || transform?.y ? CSS.Translate.toString(transform) : undefined, transition }}
      className={cn('relative', item.kind === 'section' && !isFirst && 'mt-3', isDragging && 'opacity-40')}
    >
      {isDropBefore ? <div aria-hidden className="absolute inset-x-0 -top-1 h-0.5 rounded-full bg-accent" /> : null}
      <ItemCard {...shown} handleRef={setActivatorNodeRef} attributes={attributes} listeners={listeners} />
    </li>
  );
});

type ItemCardProps = Omit<CanvasItemProps, 'isDropBefore'> &
  Pick<ReturnType<typeof useSortable>, 'attributes' | 'listeners'> & { handleRef: Ref<HTMLButtonElement> };

/** What is within the row. A drag tells every row again and again where it stands, and draws none of this anew. */
const ItemCard = memo(function ItemCard({ handleRef, attributes, listeners, ...shown }: ItemCardProps) {
  const { item, isSelected, isFirst, isLast, fault, deeds } = shown;
  const t = useTranslations('builder.canvas');
  const drag = useTranslations('builder.drag');
  const { key } = item;
  const name = useItemName()(item);
  const field = item.kind === 'field' ? item.field : null;
  // The name says what the button does; the marks in the row are for eyes.
  const marks = [
    field?.required && !field.requiredWhen && t('required'),
    field?.readOnly && t('readOnly'),
    field?.visibleWhen && t('conditional'),
    fault,
  ];

  function keys(event: KeyboardEvent) {
    if (event.key === 'Delete') deeds.remove(key);
    else if (event.altKey && event.key === 'ArrowUp') deeds.move(key, -1);
    else if (event.altKey && event.key === 'ArrowDown') deeds.move(key, 1);
    else return;
    event.preventDefault();
  }

  return (
    <div
      className={cn(
        'flex items-center rounded-lg border transition-colors',
        item.kind === 'section' ? 'bg-transparent' : 'bg-surface',
        isSelected ? 'border-accent ring-1 ring-accent' : 'border-line hover:border-line-strong',
      )}
    >
      <button
        type="button"
        ref={handleRef}
        {...attributes}
        {...listeners}
        aria-label={drag('handle', { name })}
        className="flex h-11 w-7 shrink-0 cursor-grab touch-none items-center justify-center rounded-md text-muted hover:text-ink focus-visible:-outline-offset-2 touch:w-11"
      >
        <Icon of={GripVertical} className="size-4" />
      </button>
      <button
        type="button"
        aria-pressed={isSelected}
        aria-label={t('edit', { name })}
        aria-description={marks.filter(Boolean).join(', ') || undefined}
        aria-keyshortcuts="Delete Alt+ArrowUp Alt+ArrowDown"
        onClick={() => deeds.select(key)}
        onKeyDown={keys}
        className="flex min-h-11 min-w-0 flex-1 items-center gap-2.5 rounded-md py-1.5 pr-2 text-left focus-visible:-outline-offset-2"
      >
        <ItemFace item={item} name={name} fault={fault} />
      </button>
      {isSelected ? (
        <div className="flex shrink-0 pr-1">
          <IconButton
            label={t('up', { name })}
            icon={<Icon of={ArrowUp} />}
            size="sm"
            disabled={isFirst}
            className="@max-[30rem]:hidden"
            onClick={() => deeds.move(key, -1)}
          />
          <IconButton
            label={t('down', { name })}
            icon={<Icon of={ArrowDown} />}
            size="sm"
            disabled={isLast}
            className="@max-[30rem]:hidden"
            onClick={() => deeds.move(key, 1)}
          />
          {item.kind === 'field' ? (
            <IconButton
              label={t('duplicate', { name })}
              icon={<Icon of={Copy} />}
              size="sm"
              onClick={() => deeds.duplicate(key)}
            />
          ) : null}
          <IconButton
            label={t('remove', { name })}
            icon={<Icon of={Trash2} />}
            size="sm"
            onClick={() => deeds.remove(key)}
          />
        </div>
      ) : null}
    </div>
  );
});

function ItemFace({ item, name, fault }: { item: Item; name: string; fault: string | undefined }) {
  const t = useTranslations('builder.canvas');
  const kinds = useTranslations('builder.palette.kinds');
  const warning = fault ? <Icon of={CircleAlert} className="size-4 shrink-0 text-danger" /> : null;
  if (item.kind === 'section') {
    return (
      <>
        <span className={cn('min-w-0 flex-1 truncate font-semibold', item.title === null && 'text-muted')}>{name}</span>
        {warning}
      </>
    );
  }
  const { field } = item;
  const preset = presetOf(field);
  return (
    <>
      <Icon of={PALETTE_ICONS[preset]} className="size-4 shrink-0 text-muted" />
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-1">
          <span className="truncate font-medium">{name}</span>
          {field.required && !field.requiredWhen ? (
            <span aria-hidden className="text-danger-ink" title={t('required')}>
              *
            </span>
          ) : null}
        </span>
        <span className="block truncate text-muted text-xs">
          {kinds(preset)} · <span className="font-mono">{field.name}</span>
        </span>
      </span>
      {field.readOnly ? <Icon of={Lock} className="size-3.5 shrink-0 text-muted" /> : null}
      {field.visibleWhen ? <Icon of={Eye} className="size-3.5 shrink-0 text-muted" /> : null}
      {warning}
    </>
  );
}
