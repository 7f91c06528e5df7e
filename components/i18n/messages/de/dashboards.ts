import type { dashboards as en } from '../en/dashboards.ts';
import type { Translated } from '../translated.ts';

export const dashboards: Translated<typeof en> = {
  title: 'Auswertungen',
  loading: 'Die Auswertungen werden geladen',
  controls: 'Worüber die Auswertungen berichten',
  range: 'Tage',
  days: '{count, plural, one {# Tag} other {# Tage}}',
  ownDays: 'Andere Tage',
  fromTo: '{from} bis {to}',
  firstDay: 'Erster Tag',
  lastDay: 'Letzter Tag',
  longest: 'Höchstens 31 Tage.',
  show: 'Anzeigen',
  apart: 'Aufgeteilt nach',
  by: { group: 'Gruppe', definition: 'Definition', person: 'Person' },
  only: { definition: 'Jede Definition', group: 'Jede Gruppe', person: 'Alle Personen' },
  capped:
    'Es war mehr, als gezählt werden konnte. Wählen Sie weniger Tage oder eine einzelne Definition, Gruppe oder Person.',
  half: 'Die Hälfte der Aufgaben innerhalb von',
  most: 'Neun von zehn innerhalb von',
  key: {
    open: 'Jetzt offen',
    openNote: '{unassigned, plural, =0 {alle sind vergeben} one {# bei niemandem} other {# bei niemandem}}',
    overdue: 'Jetzt überfällig',
    overdueNote: '{share, number, percent} der offenen Aufgaben',
    finished: 'Abgeschlossen',
    claim: 'Bis zur Übernahme, Median',
    hand: 'In Arbeit, Median',
    hooks: 'Ausgelöste Hooks',
    more: 'mehr als zuvor: {before}',
    less: 'weniger als zuvor: {before}',
    same: 'wie zuvor',
    noBefore: 'kein Vergleichswert',
  },
  flow: {
    grew: '{arrived, number} kamen hinzu, {finished, number} wurden abgeschlossen: {difference, number} mehr zu tun',
    shrank:
      '{arrived, number} kamen hinzu, {finished, number} wurden abgeschlossen: {difference, number} weniger zu tun',
    even: 'Es wurden so viele abgeschlossen, wie hinzukamen: {arrived, number}',
    subtitle: 'Aufgaben pro Tag',
    arrived: 'Hinzugekommen',
    completed: 'Erledigt',
    cancelled: 'Abgebrochen',
    day: 'Tag',
  },
  open: {
    title:
      'Am meisten offen ist bei {name}: {count, number} von {total, plural, one {# Aufgabe} other {# Aufgaben}}{overdue, plural, =0 {, keine überfällig} other {, # überfällig}}',
    none: 'Es ist nichts offen',
    subtitle: {
      group: 'Jetzt offene Aufgaben nach Gruppe',
      definition: 'Jetzt offene Aufgaben nach Definition',
      person: 'Jetzt offene Aufgaben nach Person',
    },
    inTime: 'Im Zeitplan',
    overdue: 'Überfällig',
  },
  ageing: {
    title:
      '{old, plural, =0 {Nichts Offenes ist älter als eine Woche} other {{old, number} von {total, plural, one {# offenen Aufgabe} other {# offenen Aufgaben}} {old, plural, one {ist} other {sind}} älter als eine Woche}}',
    subtitle: 'Jetzt offene Aufgaben nach Alter',
    assigned: 'Bei jemandem',
    unassigned: 'Bei niemandem',
    age: 'Alter',
    under: 'bis {age}',
    over: 'über {age}',
  },
  claim: {
    title: 'Die Hälfte der Aufgaben wurde innerhalb von {half} übernommen, neun von zehn innerhalb von {most}',
    none: 'Es wurde keine Aufgabe übernommen',
    subtitle: {
      group: 'Zeit bis zur Übernahme nach Gruppe',
      definition: 'Zeit bis zur Übernahme nach Definition',
      person: 'Zeit bis zur Übernahme nach Person',
    },
    longest: 'Aufgaben, die am längsten gewartet haben',
  },
  hand: {
    title: 'Die Hälfte der Aufgaben war bis zu {half} in Arbeit, neun von zehn bis zu {most}',
    none: 'Es war keine Aufgabe in Arbeit',
    subtitle: {
      group: 'Zeit in Arbeit nach Gruppe',
      definition: 'Zeit in Arbeit nach Definition',
      person: 'Zeit in Arbeit nach Person',
    },
    longest: 'Aufgaben, die am längsten in Arbeit waren',
  },
  done: {
    title: 'Am meisten erledigt hat {name}: {count, number} von {total, plural, one {# Aufgabe} other {# Aufgaben}}',
    none: 'Es wurde nichts abgeschlossen',
    subtitle: {
      group: 'Abgeschlossene Aufgaben nach Gruppe',
      definition: 'Abgeschlossene Aufgaben nach Definition',
      person: 'Abgeschlossene Aufgaben nach Person',
    },
  },
  hooks: {
    title:
      '{count, plural, =0 {Kein Hook wurde ausgelöst} one {Ein Hook wurde ausgelöst} other {# Hooks wurden ausgelöst}}',
    subtitle: {
      group: 'Ausgelöste Hooks nach Gruppe',
      definition: 'Ausgelöste Hooks nach Definition',
      person: 'Ausgelöste Hooks nach Person',
    },
    firings: 'Ausgelöst',
    latest: 'Zuletzt ausgelöst',
  },
  event: {
    TASK_EXECUTED: 'ließ einen Task ausführen',
    ASSIGNED: 'hat sie neu zugewiesen',
    CANCELLED: 'hat sie abgebrochen',
    HOOK_FAILED: 'ist fehlgeschlagen',
    other: 'wurde ausgelöst',
  },
  chart: {
    save: 'Speichern: {chart}',
    csv: 'Zahlen als CSV',
    png: 'Bild als PNG',
    svg: 'Bild als SVG',
    notSaved: 'Das Bild konnte nicht erstellt werden. Die Zahlen lassen sich als CSV speichern.',
    nothing: 'Nichts anzuzeigen',
    nothingHint: 'An diesen Tagen gab es nichts davon.',
    table: 'Zahlen und ihre Aufgaben',
    further: '{count, plural, one {# mehr als gezeichnet} other {# mehr als gezeichnet}}',
    keys: 'Mit den Pfeiltasten gelangen Sie von Wert zu Wert.',
  },
};
