'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { cn } from '../ui/styles.ts';
import { type BuilderTab, BuilderTabs } from './builder-tabs.tsx';

export type BuilderPanesProps = {
  tab: BuilderTab;
  onTab: (tab: BuilderTab) => void;
  faults: number;
  palette: ReactNode;
  canvas: ReactNode;
  properties: ReactNode;
  /** The form as people will get it, or as JSON. */
  outcome: ReactNode;
};

const SECTION = 'overflow-y-auto [scrollbar-width:thin]';

/** The parts of the builder: all side by side where there is room, two of them on a tablet, one on a phone, and tabs for the rest. */
export function BuilderPanes({ tab, onTab, faults, palette, canvas, properties, outcome }: BuilderPanesProps) {
  const t = useTranslations('builder');
  const tabs = (shown: readonly BuilderTab[], className: string) => (
    <BuilderTabs tab={tab} shown={shown} onTab={onTab} faults={faults} className={className} />
  );
  const isOutcome = tab === 'preview' || tab === 'json';
  return (
    <>
      {tabs(['fields', 'properties', 'preview', 'json'], '@min-[50rem]:hidden')}
      <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)] @min-[50rem]:grid-cols-[minmax(0,1fr)_24rem] @min-[74rem]:grid-cols-[10.5rem_minmax(0,1fr)_21rem_24rem]">
        <section
          aria-label={t('palette.title')}
          className={cn(SECTION, 'hidden border-line border-r p-2 @min-[74rem]:block')}
        >
          <h2 className="px-2 py-1 font-semibold text-muted text-xs">{t('palette.title')}</h2>
          {palette}
        </section>
        <section
          data-canvas
          aria-label={t('canvas.title')}
          className={cn(
            SECTION,
            'min-h-0 min-w-0 flex-col p-3 @min-[50rem]:flex @min-[50rem]:p-4',
            tab === 'fields' ? 'flex' : 'hidden',
          )}
        >
          {canvas}
        </section>
        <div
          className={cn(
            'min-h-0 min-w-0 flex-col border-line bg-surface @min-[50rem]:flex @min-[50rem]:border-l',
            tab === 'fields' ? 'hidden' : 'flex',
            '@min-[74rem]:contents',
          )}
        >
          {tabs(['properties', 'preview', 'json'], '@max-[50rem]:hidden @min-[74rem]:hidden')}
          <section
            aria-label={t('tabs.properties')}
            className={cn(
              SECTION,
              'min-h-0 flex-1 border-line bg-surface p-4 @min-[74rem]:block @min-[74rem]:border-l',
              isOutcome && 'hidden',
            )}
          >
            {properties}
          </section>
          <div
            className={cn(
              'min-h-0 flex-1 flex-col border-line bg-canvas @min-[74rem]:flex @min-[74rem]:border-l',
              isOutcome ? 'flex' : 'hidden',
            )}
          >
            {tabs(['preview', 'json'], '@max-[74rem]:hidden')}
            <section
              aria-label={t(tab === 'json' ? 'tabs.json' : 'tabs.preview')}
              className={cn(SECTION, 'flex min-h-0 flex-1 flex-col p-4')}
            >
              {outcome}
            </section>
          </div>
        </div>
      </div>
    </>
  );
}
