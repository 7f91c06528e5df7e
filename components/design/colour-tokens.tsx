'use client';

import { Check, TriangleAlert } from 'lucide';
import { useEffect, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { useIsDark } from '../theme/use-theme.ts';
import { Icon } from '../ui/icon.tsx';
import { StatusPill } from '../ui/status-pill.tsx';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '../ui/table.tsx';
import { contrastOf, createPainter, hexOf } from './measure.ts';

const GROUNDS = ['canvas', 'surface', 'raised', 'sunken', 'hover'] as const;
const LINES = ['line', 'line-strong', 'control', 'focus'] as const;
const TEXTS = ['ink', 'muted'] as const;
const TONES = ['accent', 'info', 'success', 'warning', 'danger'] as const;
const PARTS = ['', '-soft', '-line', '-ink'] as const;

/** Named in full, so that the stylesheet has them. */
const FILLS: Record<string, string> = {
  accent: 'bg-accent',
  info: 'bg-info',
  success: 'bg-success',
  warning: 'bg-warning',
  danger: 'bg-danger',
};

/** What is written or drawn on what, and how far apart the two must be. */
const PAIRS: readonly [on: string, ground: string, least: number][] = [
  ['ink', 'canvas', 4.5],
  ['ink', 'surface', 4.5],
  ['ink', 'hover', 4.5],
  ['muted', 'canvas', 4.5],
  ['muted', 'surface', 4.5],
  ['muted', 'sunken', 4.5],
  ['muted', 'hover', 4.5],
  ...TONES.flatMap((tone): [string, string, number][] => [
    [`${tone}-ink`, 'surface', 4.5],
    [`${tone}-ink`, `${tone}-soft`, 4.5],
  ]),
  ['on-accent', 'accent', 4.5],
  ['on-danger', 'danger', 4.5],
  ['control', 'surface', 3],
  ['focus', 'canvas', 3],
  ['focus', 'surface', 3],
];

type Measured = { hex: Record<string, string>; contrast: (one: string, other: string) => number };

/** Every colour by its name, and the contrast of what is written on what, measured in the theme that is on. */
export function ColourTokens() {
  // Measured anew in another theme.
  return <Tokens key={useIsDark() ? 'dark' : 'light'} />;
}

function Tokens() {
  const t = useTranslations('design.colour');
  const measured = useMeasured();
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <Swatches title={t('grounds')} names={GROUNDS} measured={measured} />
      <Swatches title={t('lines')} names={LINES} measured={measured} />
      <Swatches title={t('texts')} names={TEXTS} measured={measured} />
      {TONES.map((tone) => (
        <Swatches key={tone} title={t(`tone.${tone}`)} names={PARTS.map((part) => tone + part)} measured={measured} />
      ))}
      <ContrastTable measured={measured} />
    </div>
  );
}

type SwatchesProps = { title: string; names: readonly string[]; measured: Measured | null };

function Swatches({ title, names, measured }: SwatchesProps) {
  return (
    <div>
      <h3 className="mb-2 font-medium text-sm">{title}</h3>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(8.5rem,1fr))] gap-3">
        {names.map((name) => (
          <li key={name} className="overflow-hidden rounded-md border border-line bg-surface">
            <div
              aria-hidden
              className={`h-12 border-line border-b ${FILLS[name] ?? ''}`}
              style={{ background: `var(--color-${name})` }}
            />
            <p className="px-2 pt-1.5 font-mono text-xs">{name}</p>
            <p className="px-2 pb-1.5 font-mono text-muted text-xs">{measured?.hex[name] ?? '\u00a0'}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}

function ContrastTable({ measured }: { measured: Measured | null }) {
  const t = useTranslations('design.colour');
  const { number } = useFormatter();
  return (
    <div className="rounded-lg border border-line bg-surface">
      <Table label={t('contrast')} className="[&_td]:h-9 [&_td]:py-1">
        <TableHead>
          <TableHeader>{t('sample')}</TableHeader>
          <TableHeader>{t('on')}</TableHeader>
          <TableHeader numeric>{t('measured')}</TableHeader>
          <TableHeader numeric>{t('least')}</TableHeader>
          <TableHeader>{t('verdict')}</TableHeader>
        </TableHead>
        <TableBody>
          {PAIRS.map(([on, ground, least]) => {
            const contrast = measured?.contrast(on, ground);
            return (
              <TableRow key={`${on} ${ground}`}>
                <TableCell>
                  <span
                    className="inline-flex h-6 items-center rounded-sm border border-line px-2 font-medium text-xs"
                    style={{ color: `var(--color-${on})`, background: `var(--color-${ground})` }}
                  >
                    {least < 4.5 ? '■ □' : t('sampleText')}
                  </span>
                </TableCell>
                <TableCell className="font-mono text-xs">
                  {on} / {ground}
                </TableCell>
                <TableCell numeric>
                  {contrast === undefined
                    ? '…'
                    : number(contrast, { maximumFractionDigits: 2, minimumFractionDigits: 2 })}
                </TableCell>
                <TableCell numeric>{number(least)}</TableCell>
                <TableCell>{contrast === undefined ? null : <Verdict holds={contrast >= least} />}</TableCell>
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
    </div>
  );
}

function Verdict({ holds }: { holds: boolean }) {
  const t = useTranslations('design.colour');
  return (
    <StatusPill
      bare
      tone={holds ? 'success' : 'danger'}
      icon={holds ? <Icon of={Check} /> : <Icon of={TriangleAlert} />}
    >
      {holds ? t('holds') : t('fails')}
    </StatusPill>
  );
}

/** Read from the page once it is there. */
function useMeasured(): Measured | null {
  const [measured, setMeasured] = useState<Measured | null>(null);
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      const painter = createPainter();
      if (!painter) return;
      const style = getComputedStyle(document.documentElement);
      const rgbOf = (name: string) => painter.fill(style.getPropertyValue(`--color-${name}`));
      const names = [...GROUNDS, ...LINES, ...TEXTS, ...TONES.flatMap((tone) => PARTS.map((part) => tone + part))];
      setMeasured({
        hex: Object.fromEntries(names.map((name) => [name, hexOf(rgbOf(name))])),
        contrast: (one, other) => contrastOf(rgbOf(one), rgbOf(other)),
      });
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  return measured;
}
