import type { bulk as en } from '../en/bulk.ts';
import type { Translated } from '../translated.ts';

export const bulk: Translated<typeof en> = {
  times: '{count, number} ×',
  others: '{count, number} weitere',
  moreReasons: 'und aus {count, plural, one {einem weiteren Grund} other {# weiteren Gründen}}',
  progress: '{done, number} von {of, number}',
  running: 'Wird ausgeführt …',
  reason: 'Grund',
  reasonHelp: 'Steht danach im Verlauf jeder Aufgabe.',
  missing: 'Sagen Sie zuerst, wer die Aufgaben bekommt.',
  none: 'Keine der ausgewählten Aufgaben lässt das zu.',
  leave: 'So lassen',
  stop: 'Anhalten',
  undo: 'Rückgängig',
  dismiss: 'Schließen',
  claim: {
    title: '{count, plural, one {# Aufgabe} other {# Aufgaben}} übernehmen',
    text: 'Sie gehören dann Ihnen, bis sie erledigt oder zurückgegeben sind.',
  },
  assign: {
    title: '{count, plural, one {# Aufgabe} other {# Aufgaben}} zuweisen',
    text: 'Wer eine davon jetzt hat, gibt sie ab; Entwürfe gehen mit.',
  },
  move: {
    title: '{count, plural, one {# Aufgabe} other {# Aufgaben}} verschieben',
    text: 'Alles wechselt auf einmal die Hand; Entwürfe gehen mit.',
  },
  release: {
    title: '{count, plural, one {# Aufgabe} other {# Aufgaben}} zurückgeben',
    text: 'Jede geht an ihre Gruppe zurück, wo alle Mitglieder sie übernehmen können.',
  },
  cancel: {
    title: '{count, plural, one {# Aufgabe} other {# Aufgaben}} abbrechen',
    text: 'Die Workflows laufen weiter, wie sie es bei einer abgebrochenen Aufgabe tun. Das lässt sich nicht zurücknehmen.',
    takenBack: 'Rückgängig gemacht: nichts wurde abgebrochen',
  },
  target: {
    label: 'Wer sie bekommt',
    person: 'Eine Person',
    group: 'Eine Gruppe',
    groups: 'Ihre eigenen Gruppen',
    personLabel: 'Person',
    groupLabel: 'Gruppe',
    missing: 'Wählen Sie, wer sie bekommt.',
    keepGroup: 'Jede Aufgabe in ihrer Gruppe lassen',
    keepGroupHelp: 'Damit sie später an die Gruppe zurückgegeben werden kann.',
    keepPerson: 'Aufgaben bei denen lassen, die sie jetzt haben',
    keepPersonHelp: 'Sonst warten alle in der Gruppe, bis jemand sie übernimmt.',
  },
  preview: {
    choose: 'Wählen Sie, wer sie bekommt, um zu sehen, was möglich ist.',
    checking: 'Prüft, was möglich ist …',
    can: {
      claim: '{can, number} von {all, number} können übernommen werden.',
      release: '{can, number} von {all, number} können zurückgegeben werden.',
      assign: '{can, number} von {all, number} können zugewiesen werden.',
      cancel: '{can, number} von {all, number} können abgebrochen werden.',
      move: '{can, number} von {all, number} können verschoben werden.',
    },
    cannot: {
      finished: '{count, plural, one {# ist beendet} other {# sind beendet}}',
      taken: '{count, plural, one {# ist bei jemand anderem} other {# sind bei jemand anderem}}',
      gone: '{count, plural, one {# ist für Sie nicht mehr sichtbar} other {# sind für Sie nicht mehr sichtbar}}',
      refused: '{count, plural, one {# dürfen Sie nicht ändern} other {# dürfen Sie nicht ändern}}',
      other: '{count, plural, one {# geht nicht} other {# gehen nicht}}',
    },
    which: 'Welche nicht, und warum',
  },
  rows: {
    label: 'Aufgabe für Aufgabe',
    show: 'Jede Aufgabe zeigen',
    hide: 'Aufgaben ausblenden',
    more: '{count, plural, one {Eine weitere zeigen} other {# weitere zeigen}}',
    claim: 'Übernommen',
    assign: 'Verschoben',
    release: 'Zurückgegeben',
    cancel: 'Abgebrochen',
    undo: 'Wie zuvor',
    refused: 'Blieb, wie sie ist.',
    left: 'Kam nicht mehr an die Reihe',
  },
  report: {
    label: 'Was getan wurde',
    claim:
      '{count, plural, =0 {Keine Aufgabe wurde übernommen} one {# Aufgabe wurde übernommen} other {# Aufgaben wurden übernommen}}',
    assign:
      '{count, plural, =0 {Keine Aufgabe wurde verschoben} one {# Aufgabe wurde verschoben} other {# Aufgaben wurden verschoben}}',
    release:
      '{count, plural, =0 {Keine Aufgabe wurde zurückgegeben} one {# Aufgabe wurde zurückgegeben} other {# Aufgaben wurden zurückgegeben}}',
    cancel:
      '{count, plural, =0 {Keine Aufgabe wurde abgebrochen} one {# Aufgabe wurde abgebrochen} other {# Aufgaben wurden abgebrochen}}',
    undo: '{count, plural, =0 {Nichts wurde zurückgenommen} one {# Aufgabe ist wie zuvor} other {# Aufgaben sind wie zuvor}}',
    not: '{count, plural, one {# Aufgabe blieb, wie sie ist:} other {# Aufgaben blieben, wie sie sind:}}',
    left: '{count, plural, one {# Aufgabe kam nicht mehr an die Reihe.} other {# Aufgaben kamen nicht mehr an die Reihe.}}',
  },
};
