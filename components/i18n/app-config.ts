// Tells use-intl which messages there are, so that a key that is missing, or a value that a message needs, does not compile.
import type { en } from './messages/en/index.ts';

declare module 'use-intl' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface merges into the one of the library.
  interface AppConfig {
    Messages: typeof en;
  }
}
