// Forms about invoices.
import { type Form, remark } from './parts.ts';

const checkInvoice: Form = {
  name: 'check-invoice',
  displayName: { en: 'Check an invoice', de: 'Rechnung prüfen' },
  description: {
    en: 'Compare it with the order and say what is to be done.',
    de: 'Vergleichen Sie sie mit der Bestellung und sagen Sie, was zu tun ist.',
  },
  ownerMayCancel: true,
  fields: [
    {
      name: 'verdict',
      type: 'STR',
      widget: 'radio',
      displayName: { en: 'What is it?', de: 'Wie ist sie?' },
      section: { en: 'Verdict', de: 'Ergebnis' },
      options: [
        { value: 'correct', label: { en: 'Correct, it can be paid', de: 'Richtig, sie kann bezahlt werden' } },
        { value: 'query', label: { en: 'I have a question', de: 'Ich habe eine Rückfrage' } },
        { value: 'wrong', label: { en: 'Wrong, it goes back', de: 'Falsch, sie geht zurück' } },
      ],
    },
    {
      name: 'question',
      type: 'STR',
      widget: 'multiline',
      required: false,
      displayName: { en: 'Question to the requester', de: 'Frage an die anfordernde Person' },
      section: { en: 'Verdict', de: 'Ergebnis' },
      visibleWhen: { field: 'verdict', op: 'equals', value: 'query' },
      requiredWhen: { field: 'verdict', op: 'equals', value: 'query' },
    },
    {
      name: 'costCentre',
      type: 'STR',
      displayName: { en: 'Cost centre', de: 'Kostenstelle' },
      description: { en: 'Two letters and four digits.', de: 'Zwei Buchstaben und vier Ziffern.' },
      placeholder: 'OP1200',
      pattern: '[A-Z]{2}[0-9]{4}',
      patternHint: {
        en: 'Two capitals and four digits, like OP1200',
        de: 'Zwei Großbuchstaben und vier Ziffern, wie OP1200',
      },
      section: { en: 'Booking', de: 'Buchung' },
      visibleWhen: { field: 'verdict', op: 'equals', value: 'correct' },
    },
    {
      name: 'discount',
      type: 'DOUBLE',
      required: false,
      min: 0,
      max: 5,
      displayName: { en: 'Discount in per cent', de: 'Skonto in Prozent' },
      section: { en: 'Booking', de: 'Buchung' },
      visibleWhen: { field: 'verdict', op: 'equals', value: 'correct' },
    },
    {
      ...remark('Remark', 'Anmerkung'),
      section: { en: 'Booking', de: 'Buchung' },
    },
  ],
};

const answerQuestion: Form = {
  name: 'answer-question',
  displayName: { en: 'Answer a question about an invoice', de: 'Rückfrage zu einer Rechnung beantworten' },
  fields: [
    {
      name: 'answer',
      type: 'STR',
      widget: 'multiline',
      minLength: 5,
      displayName: { en: 'Your answer', de: 'Ihre Antwort' },
    },
    {
      name: 'isOrdered',
      type: 'BOOL',
      displayName: { en: 'I have ordered this', de: 'Ich habe das bestellt' },
    },
  ],
};

const approvePayment: Form = {
  name: 'approve-payment',
  displayName: { en: 'Approve a payment', de: 'Zahlung freigeben' },
  description: {
    en: 'Above 5,000 euros a second pair of eyes decides.',
    de: 'Ab 5.000 Euro entscheidet ein zweites Paar Augen.',
  },
  fields: [
    { name: 'isApproved', type: 'BOOL', displayName: { en: 'Pay it', de: 'Bezahlen' } },
    {
      name: 'payOn',
      type: 'TIMESTAMP',
      widget: 'date',
      required: false,
      displayName: { en: 'Not before', de: 'Nicht vor dem' },
      visibleWhen: { field: 'isApproved', op: 'equals', value: true },
    },
    {
      ...remark('Why not?', 'Warum nicht?'),
      visibleWhen: { field: 'isApproved', op: 'equals', value: false },
      requiredWhen: { field: 'isApproved', op: 'equals', value: false },
    },
  ],
};

export const FINANCE_FORMS: Form[] = [checkInvoice, answerQuestion, approvePayment];
