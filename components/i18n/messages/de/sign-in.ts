import type { signIn as en } from '../en/sign-in.ts';
import type { Translated } from '../translated.ts';

export const signIn: Translated<typeof en> = {
  title: 'Anmelden',
  lead: 'Die Arbeit, die auf Sie wartet, ist einen Schritt entfernt.',
  userName: 'Benutzername',
  password: 'Passwort',
  submit: 'Anmelden',
  missingUserName: 'Geben Sie Ihren Benutzernamen ein.',
  missingPassword: 'Geben Sie Ihr Passwort ein.',
  wrong: 'Benutzername und Passwort passen zu keinem Konto. Prüfen Sie beides und versuchen Sie es noch einmal.',
  tooMany: 'Zu viele Versuche. Warten Sie fünf Minuten und versuchen Sie es dann noch einmal.',
  unreachable: 'Docket ist nicht erreichbar. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',
  again: {
    title: 'Ihre Sitzung ist zu Ende',
    text: 'Melden Sie sich wieder an, dann sind Sie gleich zurück.',
    here: 'Anmelden',
    elsewhere: 'In einem anderen Tab anmelden',
  },
  demo: {
    title: 'Demo-Konten',
    password: 'Das ist eine Demo. Das Passwort ist für alle <code>{password}</code>.',
    maria: 'beantragt neue Ausstattung',
    finance: 'genehmigt Anträge in der Gruppe finance',
    it: 'arbeitet in der Gruppe it',
    admin: 'ist die Administratorin',
  },
};
