import { expect, test } from 'vitest';
import { describeEnv, EnvError, parseEnv } from './env.ts';

test('an empty environment has a value for all that is needed', () => {
  expect(parseEnv({})).toMatchObject({ PORT: 3000, HOST: '127.0.0.1', DOCKET_DATA_DIR: '.data', TEST_CLOCK: false });
});

test('an empty variable counts as absent', () => {
  expect(parseEnv({ PORT: '', DATABASE_URL: '' }).PORT).toBe(3000);
});

test('each variable at fault has one line that names it and what it was', () => {
  const faulty = { PORT: '70000', LOG_LEVEL: 'loud', TEST_CLOCK: 'maybe' };
  const problems = catchProblems(() => parseEnv(faulty));
  expect(problems).toHaveLength(3);
  for (const [name, value] of Object.entries(faulty)) {
    expect(problems).toContainEqual(expect.stringMatching(new RegExp(`^${name} .*"${value}"$`)));
  }
});

test('a secret is not repeated in the complaint about it', () => {
  const problems = catchProblems(() => parseEnv({ AUTH_SECRET: 'hunter2', DATABASE_URL: 'mysql://docket:hunter2@db' }));
  expect(problems).toHaveLength(2);
  expect(problems.join()).not.toContain('hunter2');
});

test('every variable is described', () => {
  expect(describeEnv().filter(({ purpose }) => purpose === '')).toEqual([]);
});

function catchProblems(parse: () => void): readonly string[] {
  try {
    parse();
  } catch (error) {
    if (error instanceof EnvError) return error.problems;
    throw error;
  }
  return [];
}
