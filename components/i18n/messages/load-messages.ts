// The catalogues. They stay on the server, but for whoever previews a form in another language: pages bring the messages that they may show.
import compile from 'icu-minify/compile';
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

type Texts = { readonly [key: string]: string | Texts };

const CATALOGUES: Record<Language, Texts> = { de, en };
const compiled = new Map<Language, Messages>();

/**
 * All messages in a language, parsed once: neither a page nor a browser needs to read ICU's syntax (next.config.js has use-intl do
 * without). The keys and the values that they need are the English ones everywhere.
 */
export function loadMessages(language: Language): Messages {
  const known = compiled.get(language) ?? (parsed(CATALOGUES[language]) as Messages);
  compiled.set(language, known);
  return known;
}

function parsed(texts: Texts): object {
  return Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [
      key,
      // As plain data: what the compiler makes has no prototypes, and would not go to a browser.
      typeof text === 'string' ? (JSON.parse(JSON.stringify(compile(text))) as unknown) : parsed(text),
    ]),
  );
}

/** The messages of the pages that everybody sees, without those that only an admin's pages show. */
export function workplaceMessages(messages: Messages): Partial<Messages> {
  const { builder, dashboards, definitions, desk, design, runs, ...everybodys } = messages;
  return everybodys;
}
