import type { ui as en } from '../en/ui.ts';
import type { Translated } from '../translated.ts';

export const ui: Translated<typeof en> = {
  close: 'Schließen',
  skipToContent: 'Zum Inhalt springen',
  diagram: {
    place:
      'Der Ablauf: jetzt bei {step}. {done, plural, =0 {Noch kein Schritt} one {Ein Schritt} other {# Schritte}} davor erledigt.',
  },
};
