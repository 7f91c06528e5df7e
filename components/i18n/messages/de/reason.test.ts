import { expect, test } from 'vitest';
import { REASONS, type ReasonName } from '#contracts/reasons.ts';
import { reason } from './reason.ts';

const namesIn = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');

test.each(Object.keys(REASONS) as ReasonName[])(
  '%s asks in German for nothing that the refusal does not bring',
  (name) => {
    expect(namesIn(REASONS[name])).toEqual(expect.arrayContaining(namesIn(reason[name])));
  },
);
