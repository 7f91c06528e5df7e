import type * as en from '../../en/desk/tasks.ts';
import type { Translated } from '../../translated.ts';

export const filters: Translated<typeof en.filters> = {
  label: 'Alle Aufgaben durchsuchen',
  text: 'Titel oder Kontext',
  search: 'Suchen',
  any: 'Beliebig',
  status: 'Status',
  statuses: { open: 'Offen', UNASSIGNED: 'Frei', ASSIGNED: 'Zugewiesen', DONE: 'Erledigt', CANCELLED: 'Abgebrochen' },
  userId: 'Person',
  userGroup: 'Gruppe',
  due: 'Fällig',
  dues: {
    overdue: 'Überfällig',
    inTime: 'Nicht überfällig',
    day: 'Binnen eines Tages',
    threeDays: 'Binnen drei Tagen',
    week: 'Binnen einer Woche',
  },
  more: 'Weitere Filter',
  clear: 'Zurücksetzen',
  userTaskDefName: 'UserTaskDef',
  userTaskDefVersion: 'Version',
  wfSpecName: 'WfSpec',
  priorityMin: 'Priorität',
  atLeast: '{value} oder mehr',
  suspended: 'Angehalten',
  suspends: { true: 'Nur angehaltene', false: 'Nicht angehaltene' },
  earliestStart: 'Erstellt ab',
  latestStart: 'Erstellt bis',
  completedAfter: 'Beendet ab',
  completedBefore: 'Beendet bis',
};

export const days: Translated<typeof en.days> = {
  afterLast: 'Das ist nach dem letzten Tag.',
  beforeFirst: 'Das ist vor dem ersten Tag.',
};

export const sort: Translated<typeof en.sort> = {
  label: 'Reihenfolge',
  '-created': 'Neueste zuerst',
  created: 'Älteste zuerst',
  urgency: 'Dringendste zuerst',
  due: 'Früheste Fälligkeit zuerst',
  '-due': 'Späteste Fälligkeit zuerst',
  '-priority': 'Höchste Priorität zuerst',
  priority: 'Niedrigste Priorität zuerst',
};

export const tasks: Translated<typeof en.tasks> = {
  title: 'Aufgaben',
  description: 'Die Arbeit aller: finden und viele Aufgaben auf einmal verschieben.',
  label: 'Aufgaben',
  count: '{count, plural, =0 {Kein Treffer} one {# Aufgabe} other {# Aufgaben}}',
  countMore: 'Mehr als {count, number} Aufgaben',
  none: 'Noch keine Aufgabe',
  noneText: 'Sobald ein WfRun einen Menschen braucht, erscheint seine Aufgabe hier.',
  noMatch: 'Keine Aufgabe passt',
  noMatchText: 'Nehmen Sie einen Filter weg oder sehen Sie unter allen Aufgaben nach.',
  all: 'Alle Aufgaben anzeigen',
  task: 'Aufgabe',
  status: 'Status',
  holder: 'Bei',
  definition: 'UserTaskDef',
  due: 'Fällig',
  overdue: 'Überfällig:',
  dueWhen: 'fällig <when></when>',
  createdWhen: 'angelegt <when></when>',
  priority: 'Priorität',
  created: 'Erstellt',
  onHold: 'Angehalten',
  selectPage: 'Alle Aufgaben dieser Seite auswählen',
  select: '{title} auswählen',
  pageSelected:
    '{count, plural, one {Die eine Aufgabe dieser Seite ist ausgewählt.} other {Alle # Aufgaben dieser Seite sind ausgewählt.}}',
  selectAll: 'Alle {count, number} Treffer auswählen',
  selectFirst: 'Die ersten {count, number} Treffer auswählen',
  found: '{count, number} gefunden',
  unreachable: 'Der Server ist nicht erreichbar.',
};

export const bulkBar: Translated<typeof en.bulkBar> = {
  label: 'Ausgewählte Aufgaben',
  selected: '{count, number} ausgewählt',
  clear: 'Auswahl aufheben',
  assign: 'Zuweisen …',
  release: 'Zurückgeben …',
  cancel: 'Abbrechen …',
};
