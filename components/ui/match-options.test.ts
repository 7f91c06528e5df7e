import { describe, expect, it } from 'vitest';
import { matchOptions } from './match-options.ts';

const options = [
  { value: 'zh', label: 'Zürich' },
  { value: 'ge', label: 'Genf', detail: 'Genève' },
  { value: 'nz', label: 'New Zealand' },
];
const found = (search: string) => matchOptions(options, search).map(({ value }) => value);

describe('searching options', () => {
  it('finds all by nothing', () => expect(found('  ')).toEqual(['zh', 'ge', 'nz']));
  it('minds neither case nor accents', () => expect(found('zuR')).toEqual(['zh']));
  it('looks into details', () => expect(found('geneve')).toEqual(['ge']));
  it('wants every word, in any order', () => {
    expect(found('zea new')).toEqual(['nz']);
    expect(found('zea old')).toEqual([]);
  });
  it('puts first what begins with the search', () => {
    const towns = [
      { value: '1', label: 'Bad Bern' },
      { value: '2', label: 'Bern' },
    ];
    expect(matchOptions(towns, 'bern').map(({ value }) => value)).toEqual(['2', '1']);
  });
});
