// In which language, locale and zone this request's pages are written, and their messages.
import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { createTranslator, type Messages, type NamespaceKeys, type NestedKeyOf } from 'use-intl/core';
import { chooseLanguage, knownZone, LANGUAGE_COOKIE, ZONE_COOKIE } from '#components/i18n/languages.ts';
import { loadMessages } from '#components/i18n/messages/load-messages.ts';

/** Language, locale, zone and messages of this request, worked out once. */
export const readIntl = cache(async () => {
  const [jar, given] = await Promise.all([cookies(), headers()]);
  const { language, locale } = chooseLanguage(jar.get(LANGUAGE_COOKIE)?.value, given.get('accept-language'));
  const zoneCookie = jar.get(ZONE_COOKIE)?.value;
  return { language, locale, zone: knownZone(zoneCookie), zoneCookie, messages: loadMessages(language) };
});

/** Messages of one area, for pages and layouts; what runs in the browser asks `useTranslations`. */
export async function translator<Area extends NamespaceKeys<Messages, NestedKeyOf<Messages>>>(area: Area) {
  const { locale, messages } = await readIntl();
  return createTranslator<Messages, Area>({ locale, messages, namespace: area });
}
