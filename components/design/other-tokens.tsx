'use client';

import { Play } from 'lucide';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';

const SIZES = [
  ['text-3xl', '1.875'],
  ['text-2xl', '1.4375'],
  ['text-xl', '1.1875'],
  ['text-lg', '1'],
  ['text-base', '0.875'],
  ['text-sm', '0.8125'],
  ['text-xs', '0.75'],
  ['text-2xs', '0.6875'],
] as const;

/** Sizes of text, from the title of a page to the note below a figure. */
export function TypeTokens() {
  const t = useTranslations('design.type');
  return (
    <ul className="grid gap-3 rounded-lg border border-line bg-surface p-4">
      {SIZES.map(([name, rem]) => (
        <li key={name} className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5">
          <span className="w-44 shrink-0 font-mono text-muted text-xs">
            {name} · {rem} rem
          </span>
          <span className={`${name} min-w-0`}>{t('sample')}</span>
        </li>
      ))}
      <li className="flex flex-wrap items-baseline gap-x-4 border-line border-t pt-3">
        <span className="w-44 shrink-0 font-mono text-muted text-xs">font-mono</span>
        <span className="font-mono">invoice-4711 · 0-1</span>
      </li>
      <li className="flex flex-wrap items-baseline gap-x-4">
        <span className="w-44 shrink-0 font-mono text-muted text-xs">tabular-nums</span>
        <span className="grid text-right tabular-nums">
          <span>1,111.11</span>
          <span>8,808.80</span>
        </span>
      </li>
    </ul>
  );
}

const STEPS = [1, 1.5, 2, 3, 4, 6, 8, 12] as const;

/** Steps of space, each a multiple of four pixels. */
export function SpaceTokens() {
  return (
    <ul className="grid gap-2 rounded-lg border border-line bg-surface p-4">
      {STEPS.map((step) => (
        <li key={step} className="flex items-center gap-4">
          <span className="w-44 shrink-0 font-mono text-muted text-xs">
            {step} · {step * 4} px
          </span>
          <span aria-hidden className="h-3 rounded-xs bg-accent" style={{ width: step * 4 }} />
        </li>
      ))}
    </ul>
  );
}

const RADII = ['rounded-xs', 'rounded-sm', 'rounded-md', 'rounded-lg', 'rounded-xl', 'rounded-full'] as const;
const SHADOWS = ['shadow-xs', 'shadow-sm', 'shadow-md', 'shadow-lg'] as const;

/** Corners and shadows: the higher something lies, the rounder and the further from the page. */
export function ShapeTokens() {
  return (
    <div className="grid gap-4">
      <Tiles names={RADII} className="border border-line-strong bg-sunken" />
      <Tiles names={SHADOWS} className="rounded-lg border border-line bg-raised" />
    </div>
  );
}

function Tiles({ names, className }: { names: readonly string[]; className: string }) {
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(6.5rem,1fr))] gap-5">
      {names.map((name) => (
        <li key={name} className="grid justify-items-center gap-2">
          <div aria-hidden className={`size-16 ${className} ${name}`} />
          <span className="font-mono text-muted text-xs">{name}</span>
        </li>
      ))}
    </ul>
  );
}

const MOTIONS = [
  ['animate-fade-in', '140 ms'],
  ['animate-pop-in', '150 ms'],
  ['animate-dialog-in', '190 ms'],
  ['animate-drawer-in', '220 ms'],
] as const;

/** Movements, which a reader who asked for less of them does not see. */
export function MotionTokens() {
  const t = useTranslations('design.motion');
  const [round, setRound] = useState(0);
  return (
    <div className="grid gap-4 rounded-lg border border-line bg-surface p-4">
      <div>
        <Button icon={<Icon of={Play} />} onClick={() => setRound(round + 1)}>
          {t('play')}
        </Button>
      </div>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] gap-5 overflow-hidden">
        {MOTIONS.map(([name, takes]) => (
          <li key={name} className="grid gap-2">
            <div key={round} aria-hidden className={`h-14 rounded-lg border border-line bg-raised shadow-md ${name}`} />
            <span className="font-mono text-muted text-xs">
              {name} · {takes}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
