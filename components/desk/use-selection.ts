'use client';

import { useState } from 'react';
import { type DeskTask, keyOf } from '../bulk/bulk.ts';

export type Selection = {
  tasks: DeskTask[];
  size: number;
  has: (task: DeskTask) => boolean;
  /** Selects these, or none of them. */
  set: (tasks: readonly DeskTask[], isSelected: boolean) => void;
  clear: () => void;
};

/** What is selected of a list: it stays while pages are turned, and is given up with the question that the list answers. */
export function useSelection(question: string): Selection {
  const [state, setState] = useState({ question, selected: new Map<string, DeskTask>() });
  const selected = state.question === question ? state.selected : new Map<string, DeskTask>();
  const keep = (next: Map<string, DeskTask>) => setState({ question, selected: next });
  return {
    tasks: [...selected.values()],
    size: selected.size,
    has: (task) => selected.has(keyOf(task)),
    set: (tasks, isSelected) => {
      const next = new Map(selected);
      for (const task of tasks) {
        if (isSelected) next.set(keyOf(task), task);
        else next.delete(keyOf(task));
      }
      keep(next);
    },
    clear: () => keep(new Map()),
  };
}
