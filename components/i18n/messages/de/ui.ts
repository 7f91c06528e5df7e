import type { ui as en } from '../en/ui.ts';
import type { Translated } from '../translated.ts';

export const ui: Translated<typeof en> = {
  close: 'Schließen',
  skipToContent: 'Zum Inhalt springen',
  required: 'Pflichtfeld',
  faults: '{count, plural, one {Eine Antwort muss} other {# Antworten müssen}} noch berichtigt werden',
  combobox: {
    choose: 'Auswählen…',
    search: 'Suchen…',
    searching: 'Wird gesucht…',
    nothing: 'Nichts passt dazu',
    more: '{count, plural, one {# weiterer} other {# weitere}}: Tippen Sie, um die Auswahl einzugrenzen',
    chosen: 'ausgewählt',
    clear: 'Auswahl aufheben',
    count: '{count, number} ausgewählt',
    remove: '{label} entfernen',
  },
};
