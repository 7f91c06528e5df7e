// What comes in: the runs of the demo, each with what it is about.
import type { CallOf } from '#contracts/operations/table.ts';
import type { Chance } from './chance.ts';

const DAY = 86_400_000;

/** Who starts it, and how. */
export type Beginning = { userId: string; run: CallOf<'runWf'> };
type Make = (chance: Chance, number: number, at: number) => Beginning;

const ASKERS = ['maria', 'maria', 'maria', 'maria', 'lena', 'hugo', 'noor', 'sofia', 'paula'];

const SUPPLIERS: [supplier: string, subject: string, about: number][] = [
  ['Placeholder Paper Ltd', 'paper and pens', 320],
  ['Muster Möbel GmbH', 'six chairs', 2_940],
  ['Example Energy', 'electricity', 8_150],
  ['Sample Software Inc', 'licences for a year', 12_600],
  ['Lorem & Ipsum Translations', 'a translated manual', 1_480],
  ['Specimen Cleaning', 'the cleaning of both wings', 3_720],
  ['Fictional Freight', 'nine deliveries', 6_490],
  ['Nobody Catering', 'lunch for a workshop', 540],
];

const invoice: Make = (chance, number) => {
  const [supplier, subject, about] = chance.oneOf(SUPPLIERS);
  const amount = Math.round(about * (0.6 + chance.next()) * 100) / 100;
  return {
    userId: chance.oneOf(ASKERS),
    run: {
      wfSpecName: 'invoice-approval',
      id: `invoice-${4600 + number}`,
      variables: {
        number: `R-${4600 + number}`,
        supplier,
        amount,
        total: new Intl.NumberFormat('en', { style: 'currency', currency: 'EUR' }).format(amount),
        subject,
        priority: amount > 9000 ? 80 : chance.oneOf([50, 50, 50, 50, 30, 65]),
      },
    },
  };
};

const SYSTEMS: [system: string, reason: string][] = [
  ['the ledger', 'I close the books of the north wing from next month on.'],
  ['the source code', 'I look after the pages of the shop.'],
  ['the customer register', 'I answer calls on Fridays.'],
  ['the photo archive', 'For the report of this year.'],
  ['the test server', 'We try the new version with real data that has no names in it.'],
  ['the door system', 'I open the old mill in the morning.'],
];

const access: Make = (chance, number) => {
  const [system, reason] = chance.oneOf(SYSTEMS);
  return {
    userId: chance.oneOf([...ASKERS, 'fiona', 'tim']),
    run: {
      wfSpecName: 'access-request',
      id: `access-${800 + number}`,
      variables: { system, reason, priority: chance.oneOf([40, 50, 50, 50, 70]) },
    },
  };
};

const NEWCOMERS = [
  'Alex Anyone',
  'Billie Blank',
  'Charlie Casus',
  'Dana Dummy',
  'Eli Entwurf',
  'Fran Fabel',
  'Gil Gedacht',
];
const ROLES = ['Accountant', 'Buyer', 'Carpenter', 'Service desk', 'Product designer'];

const newcomer: Make = (chance, number, at) => ({
  userId: chance.oneOf(['paula', 'nils']),
  run: {
    wfSpecName: 'employee-onboarding',
    id: `newcomer-${60 + number}`,
    variables: {
      person: NEWCOMERS[number % NEWCOMERS.length] ?? 'Nora New',
      role: chance.oneOf(ROLES),
      mentor: chance.oneOf(['maria', 'fred', 'ivan', 'lena', 'hugo']),
      firstDay: new Date(at + (7 + Math.floor(chance.next() * 5)) * DAY).toISOString(),
    },
  },
});

const COMPLAINTS = [
  'The lamp came without its shade, and nobody answers the phone.',
  'I ordered blue and got green. Twice.',
  'You charged me for a delivery that I collected myself.',
  'The table wobbles. I have tried all four sides.',
  'My parcel has been “on its way” for eleven days.',
  'The manual is for another machine.',
];
const CUSTOMERS = ['Q. Somebody', 'R. Anders', 'S. Kunde', 'T. Person', 'U. Jemand', 'V. Invented', 'W. Made-Up'];

const complaint: Make = (chance, number) => ({
  userId: chance.oneOf(['sofia', 'tim', 'vera']),
  run: {
    wfSpecName: 'complaint-handling',
    id: `complaint-${310 + number}`,
    variables: {
      customer: chance.oneOf(CUSTOMERS),
      order: `B-${20_000 + number * 37}`,
      complaint: chance.oneOf(COMPLAINTS),
      priority: chance.oneOf([30, 50, 50, 70, 90]),
    },
  },
});

/** How many of each come in over the weeks, and besides in the last days. */
export const INCOMING: { make: Make; before: number; lately: number }[] = [
  { make: invoice, before: 24, lately: 12 },
  { make: access, before: 13, lately: 6 },
  { make: newcomer, before: 4, lately: 2 },
  { make: complaint, before: 15, lately: 7 },
];
