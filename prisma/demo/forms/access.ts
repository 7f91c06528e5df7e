// Forms about access.
import { type Form, remark } from './parts.ts';

const decideAccess: Form = {
  name: 'decide-access',
  displayName: { en: 'Decide on access', de: 'Über Zugang entscheiden' },
  description: {
    en: 'Grant as little as the work needs, for as short as it needs it.',
    de: 'So wenig wie nötig, so kurz wie nötig.',
  },
  fields: [
    {
      name: 'decision',
      type: 'STR',
      widget: 'radio',
      displayName: { en: 'Decision', de: 'Entscheidung' },
      options: [
        { value: 'grant', label: { en: 'Grant', de: 'Gewähren' } },
        { value: 'refuse', label: { en: 'Refuse', de: 'Ablehnen' } },
      ],
    },
    {
      name: 'rights',
      type: 'JSON_ARR',
      widget: 'multiselect',
      displayName: { en: 'Rights', de: 'Rechte' },
      options: [
        { value: 'read', label: { en: 'Read', de: 'Lesen' } },
        { value: 'write', label: { en: 'Write', de: 'Schreiben' } },
        { value: 'share', label: { en: 'Share', de: 'Teilen' } },
        { value: 'admin', label: { en: 'Administer', de: 'Verwalten' } },
      ],
      minLength: 1,
      visibleWhen: { field: 'decision', op: 'equals', value: 'grant' },
    },
    {
      name: 'endsOn',
      type: 'TIMESTAMP',
      widget: 'date',
      required: false,
      displayName: { en: 'Ends on', de: 'Endet am' },
      visibleWhen: { field: 'decision', op: 'equals', value: 'grant' },
    },
    {
      ...remark('Reason', 'Begründung'),
      requiredWhen: { field: 'decision', op: 'equals', value: 'refuse' },
    },
  ],
};

const setUpAccess: Form = {
  name: 'set-up-access',
  displayName: { en: 'Set up access', de: 'Zugang einrichten' },
  fields: [
    { name: 'account', type: 'STR', maxLength: 60, displayName: { en: 'Account', de: 'Konto' } },
    {
      name: 'isTested',
      type: 'BOOL',
      widget: 'checkbox',
      displayName: { en: 'Signed in once to see that it works', de: 'Einmal angemeldet und geprüft' },
    },
  ],
};

export const ACCESS_FORMS: Form[] = [decideAccess, setUpAccess];
