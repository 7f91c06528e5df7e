'use client';

import {
  type CollisionDetection,
  closestCenter,
  type DragEndEvent,
  type DragOverEvent,
  type DragStartEvent,
  pointerWithin,
} from '@dnd-kit/core';
import { useState } from 'react';
import { CANVAS } from './canvas.tsx';
import type { PaletteKind } from './field-presets.ts';
import { draggedKind } from './palette.tsx';
import { useDragSensors, useDragWords } from './sortable-frame.tsx';

export type DragOptions = {
  /** The keys of the items, in their order. */
  keys: readonly string[];
  nameOf: (key: string) => string;
  /** From the palette, before an item or at the end. */
  onAdd: (kind: PaletteKind, before: string) => void;
  onMove: (key: string, overKey: string) => void;
};

/** What is dragged, out of the palette or within the canvas, and where it would be put down. */
export function useDrag({ keys, nameOf, onAdd, onMove }: DragOptions) {
  const [dragged, setDragged] = useState<string | null>(null);
  const [dropAt, setDropAt] = useState<string | null>(null);

  function stop() {
    setDragged(null);
    setDropAt(null);
  }
  function end({ active, over }: DragEndEvent) {
    stop();
    if (!over) return;
    const [id, overId] = [String(active.id), String(over.id)];
    const kind = draggedKind(id);
    if (kind) onAdd(kind, overId);
    else if (overId !== CANVAS && id !== overId) onMove(id, overId);
  }

  return {
    dragged,
    dropAt,
    context: {
      sensors: useDragSensors(),
      accessibility: useDragWords(keys, nameOf),
      collisionDetection: collide,
      onDragStart: ({ active }: DragStartEvent) => setDragged(String(active.id)),
      onDragOver: ({ active, over }: DragOverEvent) =>
        setDropAt(draggedKind(String(active.id)) && over ? String(over.id) : null),
      onDragEnd: end,
      onDragCancel: stop,
    },
  };
}

/** From the palette, what is under the pointer; within the canvas, what is nearest. */
const collide: CollisionDetection = (given) => {
  if (!draggedKind(String(given.active.id))) {
    const items = given.droppableContainers.filter(({ id }) => id !== CANVAS);
    return closestCenter({ ...given, droppableContainers: items });
  }
  const under = pointerWithin(given);
  return [...under.filter(({ id }) => id !== CANVAS), ...under.filter(({ id }) => id === CANVAS)];
};
