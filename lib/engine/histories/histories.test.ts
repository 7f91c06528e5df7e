// Old runs never break: every history that was ever recorded comes out the same, byte for byte, from its beginning and from each of its moments.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lineOf, readHistory, record, replay, replayEach } from '../testing/history.ts';
import { LIVES } from '../testing/lives/lives.ts';

const FOLDER = new URL('.', import.meta.url);
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.jsonl'));
const textOf = (file: string): string => readFileSync(new URL(file, FOLDER), 'utf8');

describe('histories', () => {
  it.each(files)('%s is replayed from its beginning', (file) => {
    const text = textOf(file);
    const { head, entries } = readHistory(text);
    const lines: string[] = [];
    replay({ head, commands: entries.map(({ command }) => command) }, (command, result) =>
      lines.push(lineOf(command, result)),
    );
    expect(lines).toEqual(text.trimEnd().split('\n').slice(1));
  });

  it.each(files)('%s goes on from each of its moments', (file) => {
    const history = readHistory(textOf(file));
    expect(history.entries.length).toBeGreaterThan(1);
    replayEach(history, ({ command, ...expected }, result) => {
      const { family, records, effects } = expected;
      expect(lineOf(command, result)).toBe(lineOf(command, { ok: true, family, records, effects }));
    });
  });

  it('there is one of every life', () => {
    expect(files.sort()).toEqual(
      Object.keys(LIVES)
        .map((name) => `${name}.jsonl`)
        .sort(),
    );
  });

  it('a life that is led again is the same, so that a new history is no accident', () => {
    for (const life of Object.values(LIVES)) expect(record(life)).toBe(record(life));
  });
});
