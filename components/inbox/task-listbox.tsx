'use client';

import { type KeyboardEvent, type MouseEvent, type ReactNode, type RefObject, useEffect } from 'react';
import { rowHeight, TaskRow } from './task-row.tsx';
import { useRowsInSight } from './use-rows-in-sight.ts';
import type { Row } from './use-task-list.ts';

export type TaskListboxProps = {
  /** Names the list. */
  label: string;
  /** What scrolls; the list restores its place in it under `place`. */
  scroller: RefObject<HTMLDivElement | null>;
  place: string;
  rows: readonly Row[];
  /** How many there are, as far as is known, beyond those that are loaded. */
  total: number;
  me: string;
  isMine: boolean;
  active: string | null;
  open: string | undefined;
  selected: ReadonlySet<string>;
  onActive: (id: string) => void;
  /** By keyboard, and by pointer. */
  onOpen: (id: string) => void;
  onClick: (id: string) => void;
  onToggle: (id: string) => void;
  onSelectUpTo: (id: string) => void;
  onSelectAll: () => void;
  onHover: (id: string) => void;
  onEnd: () => void;
  ref: RefObject<HTMLDivElement | null>;
  footer: ReactNode;
};

const OVERSCAN = 6;
/** What the server draws before it knows the window. */
const FIRST_HEIGHT = 900;
const places = new Map<string, number>();

/**
 * The tasks as a listbox of which one is active, one may be open and several may be selected. Only the rows in sight are drawn; how high
 * each is follows from what it holds.
 */
export function TaskListbox({ rows, active, open, selected, ref, footer, ...props }: TaskListboxProps) {
  const { scroller, place } = props;
  const { from, to, offsets, height, scrollTo } = useRowsInSight({
    heights: rows.map(rowHeight),
    scroller,
    beyond: OVERSCAN,
    first: { height: FIRST_HEIGHT, top: places.get(place) ?? 0 },
  });
  const items = rows.slice(from, to);
  const last = to - 1;
  const { onEnd } = props;

  useEffect(() => {
    if (last >= rows.length - OVERSCAN && rows.length > 0) onEnd();
  }, [last, rows.length, onEnd]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const keep = () => places.set(place, element.scrollTop);
    element.addEventListener('scroll', keep, { passive: true });
    return () => element.removeEventListener('scroll', keep);
  }, [scroller, place]);

  const activeIndex = rows.findIndex(({ id }) => id === active);
  useEffect(() => {
    if (activeIndex !== -1) scrollTo(activeIndex);
  }, [activeIndex, scrollTo]);

  function moveTo(index: number) {
    const row = rows[Math.min(Math.max(index, 0), rows.length - 1)];
    if (row) props.onActive(row.id);
  }

  /** Where a key leads from the active row; undefined for keys that lead nowhere. */
  function indexBy(key: string): number | undefined {
    const page = Math.max(1, items.length - 2 * OVERSCAN - 1);
    switch (key) {
      case 'ArrowDown':
        return activeIndex + 1;
      case 'ArrowUp':
        return activeIndex - 1;
      case 'PageDown':
        return activeIndex + page;
      case 'PageUp':
        return activeIndex - page;
      case 'Home':
        return 0;
      case 'End':
        return rows.length - 1;
      default:
        return undefined;
    }
  }

  function onKeyDown(event: KeyboardEvent) {
    const { key } = event;
    const isModified = event.ctrlKey || event.metaKey || event.altKey;
    const index = indexBy(key);
    if (isModified && key === 'a' && !event.altKey) props.onSelectAll();
    else if (isModified) return;
    else if (index !== undefined) moveTo(index);
    else if (active !== null && key === ' ' && event.shiftKey) props.onSelectUpTo(active);
    else if (active !== null && key === ' ') props.onToggle(active);
    else if (active !== null && key === 'Enter') props.onOpen(active);
    else return;
    event.preventDefault();
  }

  const rowAt = (event: MouseEvent) =>
    event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]')?.dataset.row : undefined;

  function onClick(event: MouseEvent) {
    const id = rowAt(event);
    if (id === undefined) return;
    if (event.shiftKey) props.onSelectUpTo(id);
    else if (event.ctrlKey || event.metaKey || (event.target as Element).closest('[data-select]')) props.onToggle(id);
    else props.onClick(id);
  }

  /** The middle button opens a task on a page of its own, as it would a link. */
  function onAuxClick(event: MouseEvent) {
    const id = rowAt(event);
    if (event.button !== 1 || id === undefined) return;
    event.preventDefault();
    window.open(`/tasks/${id}`, '_blank', 'noopener');
  }

  return (
    <>
      <div
        ref={ref}
        role="listbox"
        aria-label={props.label}
        aria-multiselectable
        data-in-page
        tabIndex={0}
        {...(activeIndex !== -1 && { 'aria-activedescendant': `row-${active}` })}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onAuxClick={onAuxClick}
        onMouseDown={(event) => event.shiftKey && event.preventDefault()}
        onPointerOver={(event) => {
          const id = rowAt(event);
          if (id !== undefined) props.onHover(id);
        }}
        className="group/list relative select-none outline-none"
        style={{ height }}
      >
        {items.map((row, nth) => {
          const index = from + nth;
          const isSelected = selected.has(row.id);
          return (
            // biome-ignore lint/a11y/useFocusableInteractive: the listbox keeps the focus and names the active option
            <div
              key={row.id}
              id={`row-${row.id}`}
              role="option"
              aria-selected={isSelected}
              aria-posinset={index + 1}
              aria-setsize={Math.max(props.total, rows.length)}
              {...(row.id === open && { 'aria-current': true })}
              data-row={row.id}
              className="absolute inset-x-0 top-0 cursor-pointer"
              style={{ height: rowHeight(row), transform: `translateY(${offsets[index]}px)` }}
            >
              <TaskRow
                row={row}
                me={props.me}
                isMine={props.isMine}
                isOpen={row.id === open}
                isActive={row.id === active}
                isSelected={isSelected}
                isSelecting={selected.size > 0}
              />
            </div>
          );
        })}
      </div>
      <div className="px-4 py-4 text-center text-muted text-sm">{footer}</div>
    </>
  );
}
