import type { people as en } from '../en/people.ts';
import type { Translated } from '../translated.ts';

export const people: Translated<typeof en> = {
  you: 'Sie',
  nobody: 'Niemand',
  picker: {
    person: 'Person wählen …',
    searchPerson: 'Name oder Benutzername',
    noPerson: 'Niemand mit diesem Namen.',
    group: 'Gruppe wählen …',
    searchGroup: 'Name der Gruppe',
    noGroup: 'Keine Gruppe mit diesem Namen.',
    members: '{count, plural, =0 {Keine Mitglieder} one {# Mitglied} other {# Mitglieder}}',
    failed: 'Das Verzeichnis antwortet nicht. Bitte versuchen Sie es noch einmal.',
  },
};
