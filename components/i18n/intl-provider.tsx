'use client';

import { type ReactNode, useEffect } from 'react';
import { type Messages, IntlProvider as UseIntl } from 'use-intl';
import { ZONE_COOKIE } from './languages.ts';
import { remember } from './remember.ts';

export type IntlProviderProps = {
  /** How dates and numbers are written: a language with or without a region. */
  locale: string;
  /** The reader's time zone as the server knows it. */
  zone: string;
  messages: Partial<Messages>;
  children: ReactNode;
};

/** Messages, locale and zone for all below it. An inner one replaces the messages of an outer one. */
export function IntlProvider({ locale, zone, messages, children }: IntlProviderProps) {
  return (
    <UseIntl locale={locale} timeZone={zone} messages={messages as Messages}>
      {children}
    </UseIntl>
  );
}

/** Remembers the browser's zone, so that from the next page on the server already writes in it. */
export function ZoneCookie({ known }: { known: string | undefined }) {
  useEffect(() => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    if (timeZone !== known) remember(ZONE_COOKIE, timeZone);
  }, [known]);
  return null;
}
