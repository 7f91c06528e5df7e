// What people answer.
import type { JsonObject } from '#contracts/json.ts';
import type { Chance } from './chance.ts';

type Answer = (chance: Chance) => JsonObject;

const DAY = 86_400_000;
const dayIn = (days: number): string => new Date(Math.ceil((Date.now() + days * DAY) / DAY) * DAY).toISOString();

const ANSWERS: Record<string, Answer> = {
  'check-invoice': (chance) => {
    if (chance.isSo(0.12)) {
      const question = chance.oneOf([
        'Did we order two of them?',
        'Is the discount agreed?',
        'Which project is this for?',
      ]);
      return { verdict: 'query', question };
    }
    if (chance.isSo(0.1)) return { verdict: 'wrong', remark: 'The address is that of the old office.' };
    return {
      verdict: 'correct',
      costCentre: chance.oneOf(['OP1200', 'IT3100', 'MK2050']),
      discount: chance.oneOf([0, 2, 3]),
    };
  },
  'answer-question': () => ({ answer: 'Yes, as agreed in the meeting of last week.', isOrdered: true }),
  'approve-payment': (chance) =>
    chance.isSo(0.88) ? { isApproved: true } : { isApproved: false, remark: 'The offer was lower than that.' },
  'decide-access': (chance) =>
    chance.isSo(0.82)
      ? { decision: 'grant', rights: chance.oneOf([['read'], ['read', 'write']]), endsOn: dayIn(180) }
      : { decision: 'refuse', remark: 'A colleague of your team has it already.' },
  'set-up-access': (chance) => ({ account: `user-${Math.floor(chance.next() * 900 + 100)}`, isTested: true }),
  'prepare-desk': (chance) => ({
    building: chance.oneOf(['north', 'south', 'mill']),
    seat: `${Math.floor(chance.next() * 3 + 1)}.${Math.floor(chance.next() * 40 + 10)}`,
  }),
  'create-accounts': (chance) => ({
    mail: `new-${Math.floor(chance.next() * 900 + 100)}@docket.example`,
    device: chance.oneOf(['laptop', 'desktop']),
  }),
  'prepare-contract': () => ({ startsOn: dayIn(14), hours: 40 }),
  'welcome-someone': () => ({ isSettled: true }),
  'sort-complaint': (chance) => ({
    category: chance.oneOf(['delivery', 'quality', 'invoice', 'other']),
    isJustified: chance.isSo(0.6),
  }),
  'answer-complaint': (chance) => {
    const said = {
      channel: chance.oneOf(['mail', 'phone']),
      text: 'We are sorry, and a new one is on its way to you.',
    };
    return chance.isSo(0.45)
      ? { ...said, pays: true, refund: chance.oneOf([20, 35, 120, 240]) }
      : { ...said, pays: false };
  },
  'approve-refund': (chance) =>
    chance.isSo(0.85) ? { isApproved: true } : { isApproved: false, remark: 'The goods were sent back unused.' },
};

/** Answers to a form, valid as a whole. */
export function answersTo(userTaskDefName: string, chance: Chance): JsonObject {
  const answer = ANSWERS[userTaskDefName];
  if (answer === undefined) throw new Error(`nobody knows what to answer to ${userTaskDefName}`);
  return answer(chance);
}

/** What somebody types who has not yet come to the end. */
export function beginningOf(results: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(results).slice(0, 1));
}
