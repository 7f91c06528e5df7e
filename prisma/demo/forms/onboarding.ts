// Forms about someone new.
import { type Form, remark } from './parts.ts';

const prepareDesk: Form = {
  name: 'prepare-desk',
  displayName: { en: 'Prepare a desk', de: 'Arbeitsplatz vorbereiten' },
  fields: [
    {
      name: 'building',
      type: 'STR',
      widget: 'select',
      displayName: { en: 'Building', de: 'Gebäude' },
      options: [
        { value: 'north', label: { en: 'North wing', de: 'Nordflügel' } },
        { value: 'south', label: { en: 'South wing', de: 'Südflügel' } },
        { value: 'mill', label: { en: 'Old mill', de: 'Alte Mühle' } },
        { value: 'home', label: { en: 'At home', de: 'Zu Hause' } },
        { value: 'boathouse', label: { en: 'Boathouse', de: 'Bootshaus' } },
        { value: 'tower', label: { en: 'Tower', de: 'Turm' } },
      ],
    },
    {
      name: 'seat',
      type: 'STR',
      displayName: { en: 'Seat', de: 'Platz' },
      placeholder: '2.14',
      visibleWhen: { not: { field: 'building', op: 'equals', value: 'home' } },
    },
    {
      name: 'chair',
      type: 'BOOL',
      required: false,
      displayName: { en: 'Needs a special chair', de: 'Braucht einen besonderen Stuhl' },
    },
  ],
};

const createAccounts: Form = {
  name: 'create-accounts',
  displayName: { en: 'Create accounts', de: 'Konten anlegen' },
  fields: [
    { name: 'mail', type: 'STR', widget: 'email', displayName: { en: 'Mail address', de: 'Mailadresse' } },
    {
      name: 'device',
      type: 'STR',
      widget: 'radio',
      displayName: { en: 'Device', de: 'Gerät' },
      options: [
        { value: 'laptop', label: { en: 'Laptop', de: 'Notebook' } },
        { value: 'desktop', label: { en: 'Desktop', de: 'Standrechner' } },
      ],
    },
  ],
};

const prepareContract: Form = {
  name: 'prepare-contract',
  displayName: { en: 'Prepare the contract', de: 'Vertrag vorbereiten' },
  fields: [
    { name: 'startsOn', type: 'TIMESTAMP', widget: 'date', displayName: { en: 'Starts on', de: 'Beginnt am' } },
    {
      name: 'hours',
      type: 'INT',
      min: 1,
      max: 40,
      defaultValue: 40,
      displayName: { en: 'Hours a week', de: 'Wochenstunden' },
    },
    {
      name: 'isLimited',
      type: 'BOOL',
      widget: 'switch',
      required: false,
      displayName: { en: 'For a limited time', de: 'Befristet' },
    },
    {
      name: 'endsOn',
      type: 'TIMESTAMP',
      widget: 'date',
      displayName: { en: 'Ends on', de: 'Endet am' },
      visibleWhen: { field: 'isLimited', op: 'equals', value: true },
    },
  ],
};

const welcome: Form = {
  name: 'welcome-someone',
  displayName: { en: 'Welcome someone new', de: 'Jemand Neues begrüßen' },
  fields: [
    {
      name: 'isSettled',
      type: 'BOOL',
      displayName: { en: 'They have all they need', de: 'Es ist alles da' },
    },
    { ...remark('What is missing?', 'Was fehlt?'), visibleWhen: { field: 'isSettled', op: 'equals', value: false } },
  ],
};

export const ONBOARDING_FORMS: Form[] = [prepareDesk, createAccounts, prepareContract, welcome];
