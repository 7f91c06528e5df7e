'use client';

import { useMemo, useState } from 'react';

/** Which rows are selected; a range goes from the one that was touched last. */
export function useSelection(ids: readonly string[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [anchor, setAnchor] = useState<string | null>(null);
  // What has left the list cannot stay selected.
  const selected = useMemo(() => new Set(ids.filter((id) => chosen.has(id))), [ids, chosen]);

  function toggle(id: string) {
    setAnchor(id);
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  }

  function selectUpTo(id: string) {
    const [from, to] = [ids.indexOf(anchor ?? id), ids.indexOf(id)];
    const range = ids.slice(Math.min(from, to), Math.max(from, to) + 1);
    setChosen(new Set([...selected, ...(from === -1 ? [id] : range)]));
    if (from === -1) setAnchor(id);
  }

  return {
    selected,
    toggle,
    selectUpTo,
    selectAll: () => setChosen(new Set(ids)),
    clear: () => setChosen(new Set()),
  };
}
