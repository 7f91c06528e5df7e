// The catalogues, on the server: browsers get those messages alone that their page may show.
import type { Messages } from 'use-intl';
import type { Language } from '../languages.ts';
import { de } from './de/index.ts';
import { en } from './en/index.ts';

// Tells use-intl which messages there are, so that a key that is missing, or a value that a message needs, does not compile.
declare module 'use-intl' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface merges into the one of the library.
  interface AppConfig {
    Messages: typeof en;
  }
}

/** All messages in a language: the keys and the values that they need are the English ones everywhere. */
export function loadMessages(language: Language): Messages {
  return language === 'de' ? (de as unknown as Messages) : en;
}

/** The messages of the pages that everybody sees, without those that only an admin's pages show. */
export function workplaceMessages(messages: Messages): Partial<Messages> {
  const { builder, dashboards, definitions, desk, design, runs, ...everybodys } = messages;
  return everybodys;
}
