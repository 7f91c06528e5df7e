import type { SeriesLook } from './chart.ts';

/** How each look is drawn: a fill that is told by its pattern alone, too. */
export const LOOKS: Record<SeriesLook, { colour: string; pattern: 'full' | 'hatched' | 'dotted' | 'outlined' }> = {
  plain: { colour: 'var(--color-accent)', pattern: 'outlined' },
  strong: { colour: 'var(--color-accent)', pattern: 'full' },
  hatched: { colour: 'var(--color-accent)', pattern: 'hatched' },
  alarming: { colour: 'var(--color-danger)', pattern: 'dotted' },
};

/** The patterns of a chart's series, to be put among its definitions; `prefix` keeps them apart from those of other charts. */
export function LookPattern({ look, prefix }: { look: SeriesLook; prefix: string }) {
  const { colour, pattern } = LOOKS[look];
  const id = patternId(look, prefix);
  if (pattern === 'full' || pattern === 'outlined') return null;
  return pattern === 'hatched' ? (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="6" height="6" fill="var(--color-accent-soft)" />
      <rect width="2.5" height="6" fill={colour} />
    </pattern>
  ) : (
    <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse">
      <rect width="5" height="5" fill={colour} />
      <circle cx="2.5" cy="2.5" r="1" fill="var(--color-surface)" />
    </pattern>
  );
}

const patternId = (look: SeriesLook, prefix: string) => `${prefix}-${look}`;

/** What a bar of this look is filled and edged with. */
export function paintOf(look: SeriesLook, prefix: string): { fill: string; stroke: string; strokeWidth: number } {
  const { colour, pattern } = LOOKS[look];
  switch (pattern) {
    case 'full':
      return { fill: colour, stroke: colour, strokeWidth: 0 };
    case 'outlined':
      return { fill: 'var(--color-accent-soft)', stroke: colour, strokeWidth: 1 };
    case 'hatched':
    case 'dotted':
      return { fill: `url(#${patternId(look, prefix)})`, stroke: colour, strokeWidth: 1 };
  }
}

/** A small piece of a series, for legends and tables. */
export function SeriesSwatch({ look, prefix }: { look: SeriesLook; prefix: string }) {
  return (
    <svg aria-hidden="true" width="12" height="12" className="shrink-0" data-swatch={look}>
      <defs>
        <LookPattern look={look} prefix={`${prefix}-swatch`} />
      </defs>
      <rect x="0.5" y="0.5" width="11" height="11" rx="2" {...paintOf(look, `${prefix}-swatch`)} />
    </svg>
  );
}
