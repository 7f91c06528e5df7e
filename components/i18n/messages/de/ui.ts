import type { ui as en } from '../en/ui.ts';
import type { Translated } from '../translated.ts';

export const ui: Translated<typeof en> = {
  unfetched: 'Dieser Teil konnte nicht geladen werden. Prüfen Sie die Verbindung und versuchen Sie es noch einmal.',
  close: 'Schließen',
  skipToContent: 'Zum Inhalt springen',
  breadcrumb: 'Pfad',
  copy: '{what} kopieren',
  copied: 'Kopiert',
  copyRefused: 'Der Browser hat das Kopieren nicht erlaubt',
  print: 'Drucken',
  pages: { of: 'Seiten: {what}', first: 'Zum Anfang', next: 'Weiter' },
  confirm: {
    dismiss: 'So lassen',
    reason: 'Begründung',
    reasonMissing: 'Nennen Sie den Grund; er kommt in den Verlauf.',
    failed: 'Das hat nicht geklappt. Bitte versuchen Sie es noch einmal.',
  },
  required: 'Pflichtfeld',
  tooLong: 'Höchstens {limit, number} Zeichen erlaubt; es sind {count, number}',
  keys: { Ctrl: 'Strg', Shift: 'Umschalt' },
  faults: '{count, plural, one {Eine Antwort fehlt oder passt} other {# Antworten fehlen oder passen}} noch nicht',
  diagram: {
    place:
      'Der Ablauf: jetzt bei {step}. {done, plural, =0 {Noch kein Schritt} one {Ein Schritt} other {# Schritte}} davor erledigt.',
  },
  offline: {
    strip: 'Sie sind offline. Was Sie eingeben, bleibt in diesem Fenster erhalten, bis die Verbindung wieder da ist.',
    notYet: 'Noch nicht geladen: Es erscheint hier, sobald die Verbindung wieder da ist.',
  },
  mainNavigation: 'Hauptmenü',
  menu: 'Menü',
  openMenu: 'Menü öffnen',
  closeMenu: 'Menü schließen',
  combobox: {
    choose: 'Auswählen …',
    search: 'Suchen …',
    searching: 'Wird gesucht …',
    nothing: 'Nichts passt dazu',
    more: '{count, plural, one {# weiterer} other {# weitere}}: Tippen Sie, um die Auswahl einzugrenzen',
    chosen: 'ausgewählt',
    clear: 'Auswahl aufheben',
    count: '{count, number} ausgewählt',
    remove: '{label} entfernen',
  },
};
