'use client';

import { type ReactNode, useState } from 'react';
import { type Messages, useLocale, useMessages, useTimeZone, useTranslations } from 'use-intl';
import { IntlProvider } from '../i18n/intl-provider.tsx';
import { LANGUAGES, type Language } from '../i18n/languages.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { cn } from '../ui/styles.ts';

/** Fetched, with what parses it, once somebody wants to see another language than theirs. */
async function fetchMessages(language: Language): Promise<Partial<Messages>> {
  const { loadMessages } = await import('../i18n/messages/load-messages.ts');
  return loadMessages(language);
}

type Shown = { language: Language; messages: Partial<Messages> };

/** What is within as a reader of another language gets it, with the choice of the language above; what was typed there stays. */
export function InLanguage({ className, children }: { className?: string; children: ReactNode }) {
  const t = useTranslations('definitions.page');
  const own = useLanguage();
  const ownMessages = useMessages();
  const zone = useTimeZone() ?? 'UTC';
  const ownLocale = useLocale();
  const [chosen, setChosen] = useState<Shown | null>(null);
  const shown = chosen ?? { language: own, messages: ownMessages };

  async function choose(language: Language) {
    setChosen(language === own ? null : { language, messages: await fetchMessages(language) });
  }

  return (
    <div className={cn('grid gap-3', className)}>
      <fieldset
        aria-label={t('previewLanguage')}
        className="inline-flex justify-self-end rounded-md border border-line bg-sunken p-px"
      >
        {Object.entries(LANGUAGES).map(([language, name]) => (
          <button
            key={language}
            type="button"
            lang={language}
            aria-pressed={language === shown.language}
            onClick={() => void choose(language as Language)}
            className="inline-flex h-7 items-center rounded-[5px] px-2.5 font-medium text-muted text-sm transition-colors hover:text-ink touch:h-11 aria-pressed:bg-raised aria-pressed:text-ink aria-pressed:shadow-sm"
          >
            {name}
          </button>
        ))}
      </fieldset>
      <div lang={shown.language}>
        <IntlProvider
          locale={shown.language === own ? ownLocale : shown.language}
          zone={zone}
          messages={shown.messages}
        >
          {children}
        </IntlProvider>
      </div>
    </div>
  );
}
