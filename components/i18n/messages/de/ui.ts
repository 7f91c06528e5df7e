import type { ui as en } from '../en/ui.ts';
import type { Translated } from '../translated.ts';

export const ui: Translated<typeof en> = {
  close: 'Schließen',
  skipToContent: 'Zum Inhalt springen',
};
