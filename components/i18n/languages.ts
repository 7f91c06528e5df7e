/** The languages that have a catalogue of messages, with their own names. */
export const LANGUAGES = { en: 'English', de: 'Deutsch' } as const;
export type Language = keyof typeof LANGUAGES;

/** The cookies by which the server knows a reader's choice of language and the browser's zone. */
export const LANGUAGE_COOKIE = 'docket-language';
export const ZONE_COOKIE = 'docket-zone';

/** How dates and numbers are written where the browser asks for the language alone. */
const PLAIN_LOCALES: Record<Language, string> = { en: 'en-GB', de: 'de-DE' };

const isLanguage = (text: string | undefined): text is Language => text !== undefined && Object.hasOwn(LANGUAGES, text);

/**
 * The language of the pages and the locale of dates and numbers: what the reader chose, else the first of the browser's
 * languages that there is a catalogue for, else English. A regional variety that the browser names, such as en-US, is kept.
 */
export function chooseLanguage(
  chosen: string | undefined,
  acceptLanguage: string | null,
): { language: Language; locale: string } {
  const accepted = (acceptLanguage ?? '').split(',').map((part) => part.split(';')[0]?.trim() ?? '');
  const languageOf = (tag: string) => tag.split('-')[0]?.toLowerCase();
  const language = isLanguage(chosen) ? chosen : (accepted.map(languageOf).find(isLanguage) ?? 'en');
  const regional = accepted.find((tag) => tag.includes('-') && languageOf(tag) === language && isLocale(tag));
  return { language, locale: regional ?? PLAIN_LOCALES[language] };
}

function isLocale(tag: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}

/** The zone if this runtime knows it, else UTC. */
export function knownZone(zone: string | undefined): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone ?? 'UTC' }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}
