import { expect, test, vi } from 'vitest';
import { safeCallbackPath } from './callback-path.ts';

vi.stubEnv('APP_URL', 'https://docket.test');

test.each([
  ['/inbox?task=a#form', '/inbox?task=a#form'],
  ['inbox', '/inbox'],
  ['https://docket.test/inbox', '/inbox'],
  [undefined, '/'],
  ['', '/'],
  ['https://evil.test/inbox', '/'],
  ['//evil.test', '/'],
  ['/\\evil.test', '/'],
  ['https:evil.test', '/evil.test'],
  ['https://docket.test//evil.test', '/'],
  ['https://docket.test@evil.test/', '/'],
  ['http://docket.test/inbox', '/'],
  ['javascript:alert(1)', '/'],
  ['data:text/html,x', '/'],
  ['/sign-in?callbackUrl=/sign-in', '/'],
  ['/api/auth/signout', '/'],
])('%s leads to %s', (asked, path) => {
  expect(safeCallbackPath(asked)).toBe(path);
});
