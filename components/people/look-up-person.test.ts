import { afterEach, expect, it, vi } from 'vitest';
import { lookUpPerson } from './look-up-person.ts';

afterEach(() => vi.unstubAllGlobals());

const stubDirectory = (known: Record<string, string>) => {
  const asked: string[][] = [];
  vi.stubGlobal('fetch', async (url: string) => {
    const ids = new URL(url, 'http://docket.test').searchParams.get('userIds')?.split(',') ?? [];
    asked.push(ids);
    const results = ids.flatMap((userId) => (known[userId] ? [{ userId, displayName: known[userId] }] : []));
    return Response.json({ results, bookmark: null });
  });
  return asked;
};

it('asks once for all who are asked for at the same moment, and once for each of them', async () => {
  const asked = stubDirectory({ ana: 'Ana Example', ben: 'Ben Example' });
  const found = await Promise.all(['ana', 'ben', 'ana', 'nobody'].map(lookUpPerson));
  expect(found.map((person) => person?.displayName)).toEqual(['Ana Example', 'Ben Example', 'Ana Example', undefined]);
  expect(asked).toEqual([['ana', 'ben', 'nobody']]);
});

it('asks for no more than a hundred at once', async () => {
  const asked = stubDirectory({});
  await Promise.all(Array.from({ length: 201 }, (_, index) => lookUpPerson(`p${index}`)));
  expect(asked.map((ids) => ids.length)).toEqual([100, 100, 1]);
});

it('does not ask for an id that the address cannot name', async () => {
  const asked = stubDirectory({ 'a,b': 'Never' });
  expect(await lookUpPerson('a,b')).toBeNull();
  expect(asked).toEqual([]);
});

it('tells all who wait when the directory cannot be read', async () => {
  vi.stubGlobal('fetch', async () => new Response(null, { status: 503 }));
  const outcomes = await Promise.allSettled([lookUpPerson('ana'), lookUpPerson('ben')]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});
