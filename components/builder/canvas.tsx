'use client';

import { useDroppable } from '@dnd-kit/core';
import { SortableContext, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { MousePointerClick } from 'lucide';
import { memo, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { EmptyState } from '../ui/empty-state.tsx';
import { Icon } from '../ui/icon.tsx';
import { CanvasItem, type ItemDeeds } from './canvas-item.tsx';
import type { Fault } from './draft-faults.ts';
import type { Item } from './form-draft.ts';

export const CANVAS = 'canvas';

export type CanvasProps = {
  items: readonly Item[];
  selected: string | null;
  faults: readonly Fault[];
  /** Where something from the palette would be put: before this item, or at the end. */
  dropAt: string | null;
  deeds: ItemDeeds;
};

/** The questions and headings of a form, in their order, to select, to move and to take away. */
export const Canvas = memo(function Canvas({ items, selected, faults, dropAt, deeds }: CanvasProps) {
  const t = useTranslations('builder.canvas');
  const { setNodeRef } = useDroppable({ id: CANVAS });
  // The same order is the same list, however often an item in it is another: else each letter would render all that can be sorted.
  const order = items.map(({ key }) => key).join();
  const keys = useMemo(() => (order === '' ? [] : order.split(',')), [order]);
  return (
    <div ref={setNodeRef} className="min-h-full pb-16">
      {items.length === 0 ? (
        <EmptyState icon={<Icon of={MousePointerClick} />} title={t('empty')}>
          <p>{t('emptyHelp')}</p>
        </EmptyState>
      ) : null}
      <SortableContext items={keys} strategy={verticalListSortingStrategy}>
        <ol aria-label={t('title')} className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
          {items.map((item, index) => (
            <CanvasItem
              key={item.key}
              item={item}
              isSelected={item.key === selected}
              isFirst={index === 0}
              isLast={index === items.length - 1}
              fault={faults.find(({ key }) => key === item.key)?.message}
              isDropBefore={dropAt === item.key}
              deeds={deeds}
            />
          ))}
        </ol>
      </SortableContext>
      {dropAt === CANVAS ? <div aria-hidden className="mt-1.5 h-0.5 rounded-full bg-accent" /> : null}
    </div>
  );
});
