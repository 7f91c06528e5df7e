import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { UnsavedAnswers } from './unsaved-answers.ts';

const desk = { wfRunId: 'run-1', guid: '0-1' };
const chair = { wfRunId: 'run-2', guid: '0-1' };
const draftOf = (task: typeof desk, answers: Record<string, string>) => ({ ...task, answers, results: answers });

const stored = new Map<string, string>();
let isFull = false;
beforeEach(() => {
  stored.clear();
  isFull = false;
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    removeItem: (key: string) => stored.delete(key),
    setItem: (key: string, text: string) => {
      if (isFull) throw new Error('full');
      stored.set(key, text);
    },
  });
});
afterEach(() => void vi.unstubAllGlobals());

describe('answers that could not be saved', () => {
  it('outlive the page, by task, until they are saved', () => {
    const before = new UnsavedAnswers();
    before.keep('fred', draftOf(desk, { item: 'Desk' }));
    before.keep('fred', draftOf(chair, { item: 'Chair' }));
    before.forget('fred', chair);

    const after = new UnsavedAnswers();
    expect(after.of('fred', desk)?.answers).toEqual({ item: 'Desk' });
    expect(after.of('fred', chair)).toBeUndefined();
    after.keep('fred', draftOf(desk, {}));
    expect(stored.size).toBe(0);
  });

  it.each(['{', 'null', '{"drafts": {}}', '[]'])('are none where something else is stored: %s', (text) => {
    stored.set('docket-unsent/answers', text);
    expect(new UnsavedAnswers().of('fred', desk)).toBeUndefined();
  });

  it('are given to nobody else, and forgotten once somebody else is here', () => {
    new UnsavedAnswers().keep('fred', draftOf(desk, { item: 'Desk' }));
    expect(new UnsavedAnswers().of('fiona', desk)).toBeUndefined();
    expect(stored.size).toBe(0);

    const shared = new UnsavedAnswers();
    shared.keep('fred', draftOf(desk, { item: 'Desk' }));
    expect(shared.of('fiona', desk)).toBeUndefined();
    expect(shared.of('fred', desk)).toBeUndefined();
  });

  it('are kept as long as the page where the browser stores nothing, which it then asks not to leave', () => {
    const unsaved = new UnsavedAnswers();
    unsaved.keep('fred', draftOf(chair, { item: 'Chair' }));
    expect(unsaved.isAtRisk).toBe(false);
    isFull = true;
    unsaved.keep('fred', draftOf(desk, { item: 'Desk' }));
    expect([unsaved.of('fred', desk)?.answers, unsaved.isAtRisk]).toEqual([{ item: 'Desk' }, true]);

    vi.unstubAllGlobals();
    const forbidden = new UnsavedAnswers();
    forbidden.keep('fred', draftOf(desk, { item: 'Desk' }));
    expect([forbidden.of('fred', desk)?.answers, forbidden.isAtRisk]).toEqual([{ item: 'Desk' }, true]);
    forbidden.forget('fred', desk);
    expect(forbidden.isAtRisk).toBe(false);
  });

  it('are sent for tasks that are not open; what is not taken, and what cannot be read, stays', async () => {
    const unsaved = new UnsavedAnswers();
    const lamp = { wfRunId: 'run-3', guid: '0-1' };
    unsaved.keep('fred', { ...desk, answers: { item: 'Desk', price: '1e' }, results: { item: 'Desk' } });
    unsaved.keep('fred', draftOf(chair, { item: 'Chair' }));
    unsaved.keep('fred', draftOf(lamp, { item: 'Lamp' }));
    const close = unsaved.open(lamp);
    const sent: unknown[] = [];
    const send = () =>
      unsaved.send(async ({ wfRunId, results }) => {
        sent.push([wfRunId, results]);
        return wfRunId === desk.wfRunId;
      });

    await send();
    expect(sent).toEqual([
      ['run-1', { item: 'Desk' }],
      ['run-2', { item: 'Chair' }],
    ]);
    expect(unsaved.of('fred', desk)?.answers).toEqual({ price: '1e' });
    close();
    await send();
    expect(sent.slice(2)).toEqual([
      ['run-2', { item: 'Chair' }],
      ['run-3', { item: 'Lamp' }],
    ]);
  });

  it('that changed while they were sent are not forgotten', async () => {
    const unsaved = new UnsavedAnswers();
    unsaved.keep('fred', draftOf(desk, { item: 'Desk' }));
    await unsaved.send(async () => {
      unsaved.keep('fred', draftOf(desk, { item: 'Desks' }));
      return true;
    });
    expect(unsaved.of('fred', desk)?.answers).toEqual({ item: 'Desks' });
  });
});
