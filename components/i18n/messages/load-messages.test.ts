import { createTranslator } from 'use-intl/core';
import { expect, test } from 'vitest';
import { LANGUAGES } from '../languages.ts';
import { loadMessages, workplaceMessages } from './load-messages.ts';

const languages = Object.keys(LANGUAGES) as (keyof typeof LANGUAGES)[];

test.each(languages)('every message in %s is parsed once, to plain data that can go to a browser', (language) => {
  const messages = loadMessages(language);
  expect(loadMessages(language)).toBe(messages);
  expect(JSON.parse(JSON.stringify(messages))).toEqual(messages);
  expect(Array.isArray(messages.inbox.filter.active), 'a plural is no text any more').toBe(true);
});

test.each(languages)(
  'no message in %s asks for a style of numbers or dates by name: what is parsed beforehand knows none',
  (language) => {
    // The compiler writes number, date and time as 4, 5 and 6.
    const styled = /\["\w+",[456],"/;
    expect(JSON.stringify(loadMessages(language)).match(styled)).toBeNull();
  },
);

test.each(languages)('what only admins read in %s does not go to everybody', (language) => {
  expect(workplaceMessages(loadMessages(language))).not.toHaveProperty('builder');
});

test('a message without values is its own text', () => {
  const t = createTranslator({ locale: 'en', messages: loadMessages('en'), namespace: 'inbox' });
  expect(t('title')).toBe('Inbox');
});
