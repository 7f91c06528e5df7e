/** Where each row begins, and at last where the list ends. */
export function offsetsOf(heights: readonly number[]): number[] {
  const offsets = [0];
  let end = 0;
  for (const height of heights) {
    end += height;
    offsets.push(end);
  }
  return offsets;
}

export type Range = { from: number; to: number };

/** The rows, from the first up to and without the last, that touch a window of the list, and some beyond it on both sides. */
export function rangeInSight(offsets: readonly number[], top: number, height: number, beyond: number): Range {
  const rows = offsets.length - 1;
  // The last row that begins at or above a line.
  const rowAt = (line: number) => {
    let low = 0;
    let high = rows;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((offsets[middle] ?? 0) <= line) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  return {
    from: Math.max(0, Math.min(rowAt(top), rows - 1) - beyond),
    to: Math.min(rows, rowAt(Math.max(top, top + height - 1)) + 1 + beyond),
  };
}

/** The place to scroll to so that a row can be seen whole; where one is when it can. */
export function placeToSee(offsets: readonly number[], index: number, top: number, height: number): number {
  const start = offsets[index] ?? 0;
  const end = offsets[index + 1] ?? start;
  if (start < top) return start;
  return end > top + height ? end - height : top;
}
