'use client';

import {
  type Announcements,
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import {
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { GripVertical } from 'lucide';
import { type ReactNode, useId, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Icon } from '../ui/icon.tsx';
import { cn } from '../ui/styles.ts';

// Outside of what renders: other options are other sensors, and with them all that can be dragged renders again.
const MOUSE = { activationConstraint: { distance: 5 } };
const TOUCH = { activationConstraint: { delay: 180, tolerance: 8 } };
const KEYBOARD = { coordinateGetter: sortableKeyboardCoordinates };

/** Mouse, finger and keys; a press that does not move is a click, a finger that moves at once scrolls. */
export function useDragSensors() {
  return useSensors(useSensor(MouseSensor, MOUSE), useSensor(TouchSensor, TOUCH), useSensor(KeyboardSensor, KEYBOARD));
}

/** What is told of a drag, in the reader's language: what is moved, and to which place of how many. */
export function useDragWords(ids: readonly string[], nameOf: (id: string) => string) {
  const t = useTranslations('builder.drag');
  const place = (id: string | undefined) => ({
    place: ids.indexOf(id ?? '') + 1,
    count: ids.length,
  });
  const hasMoved = useRef(false);
  const announcements: Announcements = {
    onDragStart: ({ active }) => {
      hasMoved.current = false;
      return t('start', { name: nameOf(String(active.id)), ...place(String(active.id)) });
    },
    onDragOver: ({ active, over }) => {
      // It is over itself at once, which would drown that it was picked up.
      if (!over || (over.id === active.id && !hasMoved.current)) return undefined;
      hasMoved.current = true;
      return t('over', { name: nameOf(String(active.id)), ...place(String(over.id)) });
    },
    onDragEnd: ({ active, over }) =>
      over
        ? t('end', { name: nameOf(String(active.id)), ...place(String(over.id)) })
        : t('cancel', { name: nameOf(String(active.id)) }),
    onDragCancel: ({ active }) => t('cancel', { name: nameOf(String(active.id)) }),
  };
  return { announcements, screenReaderInstructions: { draggable: t('instructions') } };
}

export type SortableListProps = {
  ids: readonly string[];
  nameOf: (id: string) => string;
  onMove: (id: string, overId: string) => void;
  children: ReactNode;
};

/** A list whose entries can be dragged into another order. */
export function SortableList({ ids, nameOf, onMove, children }: SortableListProps) {
  const id = useId();
  const words = useDragWords(ids, nameOf);
  function end({ active, over }: DragEndEvent) {
    if (over && active.id !== over.id) onMove(String(active.id), String(over.id));
  }
  return (
    <DndContext
      id={id}
      sensors={useDragSensors()}
      collisionDetection={closestCenter}
      accessibility={words}
      onDragEnd={end}
    >
      <SortableContext items={[...ids]} strategy={verticalListSortingStrategy}>
        {children}
      </SortableContext>
    </DndContext>
  );
}

export type SortableEntryProps = {
  id: string;
  /** What is moved, for its handle. */
  name: string;
  className?: string;
  children: ReactNode;
};

/** An entry with its handle, by which mouse, finger and keys move it. */
export function SortableEntry({ id, name, className, children }: SortableEntryProps) {
  const t = useTranslations('builder.drag');
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({
    id,
  });
  return (
    <div
      ref={setNodeRef}
      style={{ transform: CSS.Translate.toString(transform), transition }}
      className={cn('relative flex items-start gap-1', isDragging && 'z-10 opacity-60', className)}
    >
      <button
        type="button"
        ref={setActivatorNodeRef}
        {...attributes}
        {...listeners}
        aria-label={t('handle', { name })}
        className="flex h-9 w-6 shrink-0 cursor-grab touch-none items-center justify-center rounded-sm text-muted hover:bg-hover hover:text-ink touch:h-11 touch:w-11"
      >
        <Icon of={GripVertical} className="size-4" />
      </button>
      {children}
    </div>
  );
}
