'use client';

import { useId } from 'react';
import { useTranslations } from 'use-intl';
import type { LocalText } from '#contracts/local-text.ts';
import { LANGUAGES } from '../i18n/languages.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { Field } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';
import { Textarea } from '../ui/textarea.tsx';

export type LocalTextInputProps = {
  label: string;
  value: LocalText | undefined;
  onChange: (text: LocalText | undefined) => void;
  help?: string | undefined;
  error?: string | undefined;
  lines?: boolean;
  /** The first input's id, for whoever wants to focus it. */
  id?: string;
};

const OWN = Object.keys(LANGUAGES);

/** One text in each language: those of the pages, and others that it has already. One text for everybody stands as English. */
export function LocalTextInput({ label, value, onChange, help, error, lines = false, id }: LocalTextInputProps) {
  const t = useTranslations('builder.languages');
  const ownId = useId();
  const texts = textsOf(value);
  const own = useLanguage();
  // An author writes in their own language first.
  const languages = [
    own,
    ...OWN.filter((language) => language !== own),
    ...Object.keys(texts).filter((language) => !OWN.includes(language)),
  ];
  const nameOf = (language: string) => (language === 'en' || language === 'de' ? t(language) : language);
  const Control = lines ? Textarea : Input;
  return (
    <Field label={label} layout="group" help={help} error={error} className="gap-1">
      <div className="grid gap-1.5">
        {languages.map((language, index) => (
          <div key={language} className="flex items-start gap-2">
            <span aria-hidden className="mt-2 w-5 shrink-0 font-medium text-muted text-xs uppercase">
              {language}
            </span>
            <Control
              id={index === 0 ? (id ?? ownId) : `${ownId}-${language}`}
              aria-label={t('of', { label, language: nameOf(language) })}
              lang={language}
              value={texts[language] ?? ''}
              {...(lines && { rows: 2 })}
              onChange={(event) => onChange(joined({ ...texts, [language]: event.target.value }))}
            />
          </div>
        ))}
      </div>
    </Field>
  );
}

function textsOf(value: LocalText | undefined): Record<string, string> {
  if (value === undefined) return {};
  return typeof value === 'string' ? { en: value } : value;
}

/** English alone is a text for everybody; nothing at all is no text. */
function joined(texts: Record<string, string>): LocalText | undefined {
  const said = Object.entries(texts).filter(([, text]) => text !== '');
  const [only] = said;
  if (!only) return undefined;
  return said.length === 1 && only[0] === 'en' ? only[1] : Object.fromEntries(said);
}
