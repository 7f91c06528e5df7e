import type { shell as en } from '../en/shell.ts';
import type { Translated } from '../translated.ts';

export const shell: Translated<typeof en> = {
  account: 'Konto: {name}',
  signedInAs: 'Angemeldet als {userId}',
  noGroup: 'Keine Gruppe',
  apiReference: 'API-Referenz',
  signOut: 'Abmelden',
  language: 'Sprache',
  appearance: 'Darstellung',
  theme: { light: 'Hell', dark: 'Dunkel', system: 'Wie das System' },
  goToInbox: 'Zum Posteingang',
  notFound: {
    title: 'Hier ist nichts',
    body: 'Vielleicht ist die Adresse vertippt, das Ziel nicht mehr da oder nicht für Sie bestimmt.',
  },
  forbidden: {
    title: 'Diese Seite ist für die Administration',
    body: 'Sie sind angemeldet, Ihr Konto darf das aber nicht sehen. Fragen Sie die Administration, wenn Sie es brauchen.',
  },
  unexpected: {
    heading: 'Etwas ist schiefgegangen',
    title: 'Diese Seite konnte nicht angezeigt werden',
    body: 'Vielleicht geht es gleich wieder. Wenn nicht, nennen Sie der Administration den Code unten.',
    retry: 'Noch einmal versuchen',
  },
};
