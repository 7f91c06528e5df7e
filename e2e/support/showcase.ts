import { defineUserTask, defineWorkflow } from '#sdk';

const towns = ['Aachen', 'Bremen', 'Chemnitz', 'Dresden', 'Erfurt', 'Freiburg', 'Görlitz', 'Hamburg'];
const languages = ['Czech', 'Dutch', 'English', 'French', 'German', 'Italian', 'Polish'];
const about = { en: 'About you', de: 'Über Sie' };
const money = { en: 'Money', de: 'Geld' };
const rest = { en: 'And the rest', de: 'Und alles Weitere' };

/** A form with a field of every kind, in two languages. */
export const showcase = defineUserTask({
  name: 'showcase',
  displayName: { en: 'Every kind of field', de: 'Alle Arten von Feldern' },
  description: { en: 'One of each.', de: 'Von jeder eines.' },
  fields: {
    title: {
      type: 'STR',
      widget: 'text',
      displayName: { en: 'Title', de: 'Titel' },
      placeholder: { en: 'A few words', de: 'Ein paar Worte' },
      description: { en: 'How you would call it.', de: 'Wie Sie es nennen würden.' },
      minLength: 3,
    },
    reason: { type: 'STR', widget: 'multiline', displayName: { en: 'Reason', de: 'Begründung' }, maxLength: 200 },
    email: { type: 'STR', widget: 'email', displayName: { en: 'E-mail', de: 'E-Mail' }, section: about },
    site: {
      type: 'STR',
      widget: 'uri',
      displayName: { en: 'Website', de: 'Webseite' },
      required: false,
      section: about,
    },
    born: { type: 'STR', widget: 'date', displayName: { en: 'Date of birth', de: 'Geburtsdatum' }, section: about },
    code: {
      type: 'STR',
      widget: 'text',
      displayName: { en: 'Cost centre', de: 'Kostenstelle' },
      pattern: '[A-Z]{2}-[0-9]{3}',
      patternHint: {
        en: 'two letters and three digits, like AB-123',
        de: 'zwei Buchstaben und drei Ziffern wie AB-123',
      },
      section: about,
    },
    people: { type: 'INT', displayName: { en: 'People', de: 'Personen' }, min: 1, max: 1200, section: money },
    price: { type: 'DOUBLE', displayName: { en: 'Price', de: 'Preis' }, min: 0.5, section: money },
    rate: {
      type: 'DOUBLE',
      displayName: { en: 'Rate', de: 'Satz' },
      readOnly: true,
      defaultValue: 0.42,
      section: money,
    },
    approval: {
      type: 'STR',
      widget: 'text',
      displayName: { en: 'Who approved it', de: 'Wer es genehmigt hat' },
      description: { en: 'Above 1000 this is needed.', de: 'Über 1000 ist das nötig.' },
      required: false,
      requiredWhen: { field: 'price', op: 'greaterThan', value: 1000 },
      section: money,
    },
    isPaid: { type: 'BOOL', displayName: { en: 'Paid already?', de: 'Schon bezahlt?' }, section: money },
    paidAt: {
      type: 'TIMESTAMP',
      displayName: { en: 'Paid at', de: 'Bezahlt am' },
      visibleWhen: { field: 'isPaid', op: 'equals', value: true },
      section: money,
    },
    dueOn: {
      type: 'TIMESTAMP',
      widget: 'date',
      displayName: { en: 'Due on', de: 'Fällig am' },
      required: false,
      section: money,
    },
    express: {
      type: 'BOOL',
      displayName: { en: 'Express', de: 'Eilt' },
      required: false,
      defaultValue: true,
      section: rest,
    },
    terms: {
      type: 'BOOL',
      widget: 'checkbox',
      displayName: { en: 'I know the rules', de: 'Ich kenne die Regeln' },
      section: rest,
    },
    transport: {
      type: 'STR',
      displayName: { en: 'Transport', de: 'Verkehrsmittel' },
      options: [
        { value: 'train', label: { en: 'Train', de: 'Bahn' } },
        { value: 'bike', label: { en: 'Bicycle', de: 'Fahrrad' } },
      ],
      required: false,
      section: rest,
    },
    town: {
      type: 'STR',
      displayName: { en: 'Town', de: 'Ort' },
      options: towns.map((value) => ({ value })),
      section: rest,
    },
    extras: {
      type: 'JSON_ARR',
      displayName: { en: 'Extras', de: 'Extras' },
      options: [
        { value: 'meals', label: { en: 'Meals', de: 'Essen' } },
        { value: 'room', label: { en: 'Room', de: 'Zimmer' } },
      ],
      required: false,
      section: rest,
    },
    languages: {
      type: 'JSON_ARR',
      displayName: { en: 'Languages', de: 'Sprachen' },
      options: languages.map((value) => ({ value })),
      minLength: 1,
      section: rest,
    },
    colleague: {
      type: 'STR',
      widget: 'user',
      displayName: { en: 'Colleague', de: 'Kollegin oder Kollege' },
      section: rest,
    },
    team: { type: 'STR', widget: 'group', displayName: { en: 'Team', de: 'Team' }, section: rest },
    data: { type: 'JSON_OBJ', displayName: { en: 'Data', de: 'Daten' }, required: false, section: rest },
    tags: { type: 'JSON_ARR', displayName: { en: 'Tags', de: 'Schlagwörter' }, required: false, section: rest },
  },
});

export const showcaseWorkflow = defineWorkflow('showcase', (wf) => {
  const person = wf.input('person', 'STR', { required: true });
  wf.assignUserTask(showcase, { userId: person });
});

const HUNDRED = Array.from({ length: 100 }, (_, index) => index + 1);
const KINDS = [
  { type: 'STR', widget: 'text' },
  { type: 'INT' },
  { type: 'BOOL' },
  { type: 'STR', options: ['a', 'b', 'c'].map((value) => ({ value })) },
  { type: 'TIMESTAMP', widget: 'date' },
] as const;

/** A form with a hundred fields in ten sections, of which only the last two need an answer. */
export const hundredFields = defineUserTask({
  name: 'hundred-fields',
  displayName: 'A hundred fields',
  fields: Object.fromEntries(
    HUNDRED.map((number) => [
      `field${number}`,
      {
        ...(KINDS[number % KINDS.length] ?? KINDS[0]),
        displayName: `Field ${number}`,
        section: `Part ${Math.ceil(number / 10)}`,
        required: number >= 99,
        ...(number === 50 && { visibleWhen: { field: 'field1', op: 'equals', value: 42 } }),
      },
    ]),
  ),
});

export const hundredFieldsWorkflow = defineWorkflow('hundred-fields', (wf) => {
  const person = wf.input('person', 'STR', { required: true });
  wf.assignUserTask(hundredFields, { userId: person });
});
