import { describe, expect, it } from 'vitest';
import { chooseLanguage, knownZone } from './languages.ts';

describe('the language of the pages', () => {
  it.each([
    ['nothing is known', undefined, null, { language: 'en', locale: 'en-GB' }],
    ['the browser asks for German', undefined, 'de-AT,de;q=0.9,en;q=0.8', { language: 'de', locale: 'de-AT' }],
    [
      'the browser asks for a language without a catalogue first',
      undefined,
      'fr-FR,de;q=0.5',
      { language: 'de', locale: 'de-DE' },
    ],
    ['the reader chose, the region stays', 'en', 'de-DE,en-US;q=0.5', { language: 'en', locale: 'en-US' }],
    ['the reader chose another than the browser', 'de', 'en-US', { language: 'de', locale: 'de-DE' }],
    ['the cookie is nonsense', 'xx', 'de', { language: 'de', locale: 'de-DE' }],
    ['the header is nonsense', undefined, 'en-!!,;;', { language: 'en', locale: 'en-GB' }],
  ])('%s', (_, chosen, accepted, expected) => {
    expect(chooseLanguage(chosen, accepted)).toEqual(expected);
  });

  it('a zone that is not known is UTC', () => {
    expect(knownZone('Europe/Berlin')).toBe('Europe/Berlin');
    expect(knownZone('Middle/Earth')).toBe('UTC');
    expect(knownZone(undefined)).toBe('UTC');
  });
});
