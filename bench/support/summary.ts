// Figures of several rounds, told as smallest / median / largest.

export function spread(figures: number[], digits = 0): string {
  const sorted = [...figures].sort((a, b) => a - b);
  const shown = [sorted[0], median(sorted), sorted.at(-1)].map((figure) => (figure ?? 0).toFixed(digits));
  return shown.join(' / ');
}

export function median(figures: number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** A table with the widths that its cells need. */
export function table(rows: string[][]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
