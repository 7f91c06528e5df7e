'use client';

import { useTranslations } from 'use-intl';
import { textIn } from '#contracts/local-text.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { PaletteKind } from './field-presets.ts';
import type { About } from './form-draft.ts';
import { AddMenu } from './palette.tsx';

export type CanvasHeadProps = {
  about: About;
  name: string;
  isSelected: boolean;
  onSelect: () => void;
  onAdd: (kind: PaletteKind) => void;
};

/** The form itself above its items, to select as they are, and where there is no palette, what can be added. */
export function CanvasHead({ about, name, isSelected, onSelect, onAdd }: CanvasHeadProps) {
  const t = useTranslations('builder.form');
  const language = useLanguage();
  return (
    <div className="mb-3 flex items-center gap-2">
      <div className="@min-[74rem]:hidden">
        <AddMenu onAdd={onAdd} />
      </div>
      <button
        type="button"
        aria-pressed={isSelected}
        onClick={onSelect}
        className="min-h-9 min-w-0 flex-1 truncate rounded-md border border-transparent px-2 text-left font-semibold text-lg hover:border-line-strong aria-pressed:border-accent"
      >
        {about.displayName ? textIn(about.displayName, language) : name || t('untitled')}
      </button>
    </div>
  );
}
