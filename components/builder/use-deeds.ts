'use client';

import { useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { LocalText } from '#contracts/local-text.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { ItemDeeds } from './canvas-item.tsx';
import { fieldOf, type PaletteKind } from './field-presets.ts';
import * as drafts from './form-draft.ts';
import { useItemName } from './item-name.ts';

export type DeedsOptions = {
  draft: drafts.FormDraft;
  change: (change: (draft: drafts.FormDraft) => drafts.FormDraft) => void;
  selected: string | null;
  /** Selects an item to say something of it. */
  onSelect: (key: string) => void;
  /** Selects what stands beside an item that was taken away. */
  onRemoved: (beside: string | null) => void;
  onAdded: () => void;
};

export type Deeds = ItemDeeds & {
  /** Before an item, or at the end; below what is selected where nothing is said. */
  add: (kind: PaletteKind, before?: { key: string | null }) => void;
};

/** What can be done to a form as a list of items, and what is told of it to screen readers. The deeds stay the same while the form changes. */
export function useDeeds(options: DeedsOptions): { deeds: Deeds; told: string } {
  const t = useTranslations('builder');
  const kinds = useTranslations('builder.palette.kinds');
  const language = useLanguage();
  const nameOf = useItemName();
  const [told, setTold] = useState('');
  const present = useRef(options);
  present.current = options;

  const deeds = useMemo<Deeds>(() => {
    // What is said in another language than English is not English.
    const said = (text: string): LocalText => (language === 'en' ? text : { [language]: text });
    const placeOf = (key: string) => present.current.draft.items.findIndex((item) => item.key === key);
    const nameOfKey = (key: string) => {
      const item = drafts.itemOf(present.current.draft, key);
      return item ? nameOf(item) : '';
    };
    return {
      select: (key) => present.current.onSelect(key),
      add: (kind, before) => {
        const { draft, change, selected, onSelect, onAdded } = present.current;
        const end = draft.items.length;
        const at = before
          ? before.key === null
            ? end
            : placeOf(before.key)
          : selected === null
            ? end
            : placeOf(selected) + 1;
        const made =
          kind === 'section'
            ? drafts.addSection(draft, at, said(t('section.new')))
            : drafts.addField(draft, at, {
                ...fieldOf(kind, drafts.nameFrom(kinds(kind))),
                displayName: said(kinds(kind)),
              });
        change(() => made.draft);
        onSelect(made.key);
        setTold(t('told.added', { name: kinds(kind) }));
        onAdded();
      },
      duplicate: (key) => {
        const { draft, change, onSelect } = present.current;
        const made = drafts.duplicate(draft, key);
        change(() => made.draft);
        onSelect(made.key);
        setTold(t('told.duplicated', { name: nameOfKey(key) }));
      },
      remove: (key) => {
        const { draft, change, onRemoved } = present.current;
        const at = placeOf(key);
        setTold(t('told.removed', { name: nameOfKey(key) }));
        change((one) => drafts.remove(one, key));
        onRemoved((draft.items[at + 1] ?? draft.items[at - 1])?.key ?? null);
      },
      move: (key, distance) => {
        const { draft, change } = present.current;
        const to = placeOf(key) + distance;
        const count = draft.items.length;
        if (to < 0 || to >= count) return;
        change((one) => drafts.moveBy(one, key, distance));
        setTold(t('told.moved', { name: nameOfKey(key), place: to + 1, count }));
      },
    };
  }, [t, kinds, language, nameOf]);
  return { deeds, told };
}
