// Forms about complaints.
import { type Form, remark } from './parts.ts';

const triage: Form = {
  name: 'sort-complaint',
  displayName: { en: 'Sort a complaint', de: 'Beschwerde einordnen' },
  fields: [
    {
      name: 'category',
      type: 'STR',
      widget: 'radio',
      displayName: { en: 'What is it about?', de: 'Worum geht es?' },
      options: [
        { value: 'delivery', label: { en: 'Delivery', de: 'Lieferung' } },
        { value: 'quality', label: { en: 'Quality', de: 'Qualität' } },
        { value: 'invoice', label: { en: 'Invoice', de: 'Rechnung' } },
        { value: 'other', label: { en: 'Something else', de: 'Etwas anderes' } },
      ],
    },
    {
      name: 'isJustified',
      type: 'BOOL',
      displayName: { en: 'We are to blame', de: 'Der Fehler liegt bei uns' },
    },
    remark('Note for who answers', 'Hinweis für die Antwort'),
  ],
};

const answerComplaint: Form = {
  name: 'answer-complaint',
  displayName: { en: 'Answer a complaint', de: 'Beschwerde beantworten' },
  fields: [
    {
      name: 'channel',
      type: 'STR',
      widget: 'select',
      displayName: { en: 'By', de: 'Auf dem Weg' },
      section: { en: 'Answer', de: 'Antwort' },
      options: [
        { value: 'mail', label: { en: 'Mail', de: 'E-Mail' } },
        { value: 'phone', label: { en: 'Phone', de: 'Telefon' } },
        { value: 'letter', label: { en: 'Letter', de: 'Brief' } },
      ],
    },
    {
      name: 'text',
      type: 'STR',
      widget: 'multiline',
      minLength: 20,
      maxLength: 4000,
      displayName: { en: 'What we say', de: 'Was wir sagen' },
      section: { en: 'Answer', de: 'Antwort' },
    },
    {
      name: 'pays',
      type: 'BOOL',
      displayName: { en: 'We offer money', de: 'Wir bieten Geld an' },
      section: { en: 'Refund', de: 'Erstattung' },
    },
    {
      name: 'refund',
      type: 'DOUBLE',
      min: 0,
      max: 1_000_000,
      displayName: { en: 'Euros', de: 'Euro' },
      description: { en: 'Above 100 euros finance decides.', de: 'Ab 100 Euro entscheidet die Buchhaltung.' },
      section: { en: 'Refund', de: 'Erstattung' },
      visibleWhen: { field: 'pays', op: 'equals', value: true },
    },
  ],
};

const approveRefund: Form = {
  name: 'approve-refund',
  displayName: { en: 'Approve a refund', de: 'Erstattung freigeben' },
  fields: [
    { name: 'isApproved', type: 'BOOL', displayName: { en: 'Refund it', de: 'Erstatten' } },
    { ...remark('Why not?', 'Warum nicht?'), requiredWhen: { field: 'isApproved', op: 'equals', value: false } },
  ],
};

export const COMPLAINTS_FORMS: Form[] = [triage, answerComplaint, approveRefund];
