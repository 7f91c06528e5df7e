'use client';

import { useTranslations } from 'use-intl';
import { ThemeToggle } from '../theme/theme-menu.tsx';
import { Page } from '../ui/page.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ColourTokens } from './colour-tokens.tsx';
import { MotionTokens, ShapeTokens, SpaceTokens, TypeTokens } from './other-tokens.tsx';
import { ShowActions } from './show-actions.tsx';
import { ShowData } from './show-data.tsx';
import { ShowFeedback } from './show-feedback.tsx';
import { ShowFrame } from './show-frame.tsx';
import { ShowInputs } from './show-inputs.tsx';
import { DesignSection } from './specimen.tsx';

const SECTIONS = [
  ['colour', ColourTokens],
  ['type', TypeTokens],
  ['space', SpaceTokens],
  ['shape', ShapeTokens],
  ['motion', MotionTokens],
  ['frame', ShowFrame],
  ['actions', ShowActions],
  ['inputs', ShowInputs],
  ['feedback', ShowFeedback],
  ['data', ShowData],
] as const;

/** The design system: what everything is made of, in the theme that is on. */
export function DesignView() {
  const t = useTranslations('design');
  return (
    <Page width="wide">
      <PageHeader title={t('title')} description={t('about')} actions={<ThemeToggle />} />
      <nav aria-label={t('contents')}>
        <ul className="flex flex-wrap gap-1">
          {SECTIONS.map(([id]) => (
            <li key={id}>
              <a
                href={`#${id}`}
                className="inline-flex h-8 items-center rounded-md border border-line bg-surface px-3 font-medium text-muted text-sm hover:bg-hover hover:text-ink touch:h-11"
              >
                {t(`section.${id}.title`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-12">
        {SECTIONS.map(([id, Part]) => (
          <DesignSection key={id} id={id} title={t(`section.${id}.title`)} about={t(`section.${id}.about`)}>
            <Part />
          </DesignSection>
        ))}
      </div>
    </Page>
  );
}
