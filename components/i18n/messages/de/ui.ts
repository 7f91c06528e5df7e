import type { ui as en } from '../en/ui.ts';
import type { Translated } from '../translated.ts';

export const ui: Translated<typeof en> = {
  close: 'Schließen',
  skipToContent: 'Zum Inhalt springen',
  diagram: {
    place:
      'Der Ablauf: jetzt bei {step}. {done, plural, =0 {Noch kein Schritt} one {Ein Schritt} other {# Schritte}} davor erledigt.',
  },
  mainNavigation: 'Hauptmenü',
  menu: 'Menü',
  openMenu: 'Menü öffnen',
  closeMenu: 'Menü schließen',
  combobox: {
    choose: 'Auswählen…',
    search: 'Suchen…',
    searching: 'Wird gesucht…',
    nothing: 'Nichts passt dazu',
    more: '{count, plural, one {# weiterer} other {# weitere}}: Tippen Sie, um die Auswahl einzugrenzen',
    chosen: 'ausgewählt',
    clear: 'Auswahl aufheben',
  },
};
