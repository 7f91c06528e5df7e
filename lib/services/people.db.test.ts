// Administration of people, groups and service keys, and the directory that everybody reads.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#testing/create-test-database.ts';
import { authenticateApiKey } from './identity/authenticate-api-key.ts';
import { authenticatePassword } from './identity/authenticate-password.ts';
import { loadPrincipal } from './identity/load-principal.ts';
import { ada, type Docket, fred, key, openDocket, person, TENANT } from './testing/docket.ts';

let database: TestDatabase;
let docket: Docket;

const login = (userId: string, password: string) =>
  authenticatePassword(docket.deps, { tenantId: TENANT, userId, password });

beforeAll(async () => {
  database = await createTestDatabase();
  docket = await openDocket(database.url);
  await docket.deps.store.prisma.tenant.create({ data: { id: TENANT } });
  for (const name of ['finance', 'it']) await docket.as(ada).do('putGroup', { name });
});
afterAll(async () => {
  await docket.close();
  await database.drop();
});

describe('a person', () => {
  const nora = { userId: 'nora', displayName: 'Nora', groups: ['it', 'finance'] };
  beforeAll(() =>
    docket.as(ada).do('putUser', { userId: 'ada', displayName: 'Ada', isAdmin: true, password: 'correct horse' }),
  );

  it('is added with a password, and what is changed holds with their next call', async () => {
    expect(await docket.as(ada).try('putUser', nora)).toMatchObject({
      code: 'INVALID_ARGUMENT',
      errors: [{ path: 'password' }],
    });
    expect(await docket.as(ada).do('putUser', { ...nora, password: 'correct horse' })).toEqual({
      id: 'nora',
      displayName: 'Nora',
      groups: ['finance', 'it'],
      isAdmin: false,
    });
    const first = await login('nora', 'correct horse');
    const session = { tenantId: TENANT, userId: 'nora', passwordVersion: first?.passwordVersion ?? -1 };
    await docket.as(ada).do('putUser', { ...nora, groups: ['it'], isAdmin: true });
    expect(await loadPrincipal(docket.deps, session)).toMatchObject({ groups: ['it'], isAdmin: true });
    await docket.as(ada).do('putUser', { ...nora, password: 'battery staple' });
    expect(await loadPrincipal(docket.deps, session)).toBeNull();
    expect(await login('nora', 'correct horse')).toBeNull();
    expect(await login('nora', 'battery staple')).not.toBeNull();
    expect(await docket.as(ada).do('getUser', { userId: 'nora' })).toMatchObject({ groups: ['finance', 'it'] });
  });

  it('is in groups that there are', async () => {
    expect(await docket.as(ada).try('putUser', { ...nora, groups: ['it', 'nowhere'] })).toMatchObject({
      code: 'INVALID_ARGUMENT',
      detail: expect.stringContaining('nowhere'),
    });
    expect(await docket.as(ada).try('putGroup', { name: 'new', members: ['nobody'] })).toMatchObject({
      code: 'INVALID_ARGUMENT',
      detail: expect.stringContaining('nobody'),
    });
    expect((await docket.as(ada).do('searchGroups', { prefix: 'new' })).results).toEqual([]);
    expect(await docket.as(ada).do('putGroup', { name: 'it', members: ['nora'] })).toEqual({
      name: 'it',
      memberCount: 1,
    });
    expect(await docket.as(ada).do('putGroup', { name: 'it', members: [] })).toEqual({ name: 'it', memberCount: 0 });
    expect(await docket.as(ada).do('getUser', { userId: 'nora' })).toMatchObject({ groups: ['finance'] });
  });

  it('who holds open tasks is not removed, nor is their group; then both are', async () => {
    const { wfRunId, guid } = await docket.startApproval();
    const holder = person('nora', ['finance']);
    await docket.as(holder).do('claimUserTaskRun', { wfRunId, guid });
    const held = { code: 'FAILED_PRECONDITION', current: { holdsTasks: true } };
    expect(await docket.as(ada).try('deleteUser', { userId: 'nora' })).toMatchObject(held);
    expect(await docket.as(ada).try('deleteGroup', { name: 'finance' })).toMatchObject(held);
    await docket.as(holder).do('completeUserTaskRun', { wfRunId, guid, results: { isApproved: true } });
    await docket.as(ada).do('deleteUser', { userId: 'nora' });
    expect(await docket.as(ada).code('getUser', { userId: 'nora' })).toBe('NOT_FOUND');
    expect(await docket.as(ada).code('deleteUser', { userId: 'nora' })).toBe('NOT_FOUND');
    await docket.as(ada).do('deleteGroup', { name: 'it' });
    expect(await docket.as(ada).code('deleteGroup', { name: 'it' })).toBe('NOT_FOUND');
  });

  it('who administers neither removes nor demotes themselves', async () => {
    const self = { userId: 'ada', displayName: 'Ada', password: 'correct horse' };
    expect(await docket.as(ada).code('putUser', self)).toBe('FAILED_PRECONDITION');
    expect(await docket.as(ada).code('deleteUser', { userId: 'ada' })).toBe('FAILED_PRECONDITION');
    expect(await docket.as(ada).code('putUser', { ...self, isAdmin: true })).toBe('OK');
  });

  it('is not overwritten by one who is to be new, nor is a group', async () => {
    const other = { userId: 'ada', displayName: 'Another Ada', password: 'battery staple', mustBeNew: true };
    expect(await docket.as(ada).code('putUser', other)).toBe('ALREADY_EXISTS');
    expect(await docket.as(ada).do('getUser', { userId: 'ada' })).toMatchObject({ displayName: 'Ada', isAdmin: true });
    expect(await docket.as(ada).code('putGroup', { name: 'finance', members: [], mustBeNew: true })).toBe(
      'ALREADY_EXISTS',
    );
    const twins = ['One', 'Two'].map((displayName) =>
      docket.as(ada).code('putUser', { ...other, userId: 'twin', displayName }),
    );
    expect((await Promise.all(twins)).sort()).toEqual(['ALREADY_EXISTS', 'OK']);
  });

  it('is never the last admin to go, whoever asks', async () => {
    const all = docket.as(key('keeper', ['*']));
    expect(await all.code('putUser', { userId: 'ada', displayName: 'Ada' })).toBe('FAILED_PRECONDITION');
    expect(await all.code('deleteUser', { userId: 'ada' })).toBe('FAILED_PRECONDITION');
    await all.do('putUser', { userId: 'anna', displayName: 'Anna', isAdmin: true, password: 'correct horse' });
    const both = await Promise.all([
      all.code('putUser', { userId: 'ada', displayName: 'Ada' }),
      all.code('deleteUser', { userId: 'anna' }),
    ]);
    expect(both.sort()).toEqual(['FAILED_PRECONDITION', 'OK']);
  });

  it('is not named as a step in an address', async () => {
    for (const name of ['.', '..']) {
      expect(await docket.as(ada).code('putGroup', { name })).toBe('INVALID_ARGUMENT');
      expect(
        await docket.as(ada).code('putUser', { userId: name, displayName: 'Dot', password: 'correct horse' }),
      ).toBe('INVALID_ARGUMENT');
    }
  });

  it('is administered by admins and keys of every scope alone', async () => {
    expect(await docket.as(fred).code('putUser', { userId: 'fred', displayName: 'Fred', isAdmin: true })).toBe(
      'PERMISSION_DENIED',
    );
    expect(await docket.as(key('runner', ['runs'])).code('deleteUser', { userId: 'ada' })).toBe('PERMISSION_DENIED');
    expect(await docket.as(fred).code('createServiceKey', { name: 'mine', scopes: ['*'] })).toBe('PERMISSION_DENIED');
  });
});

it('the directory tells names to all, and who is in a group to its members', async () => {
  for (const id of ['dora', 'dirk', 'emil']) {
    const displayName = id.toUpperCase();
    await docket.as(ada).do('putUser', { userId: id, displayName, password: 'correct horse' });
  }
  await docket.as(ada).do('putGroup', { name: 'drivers', members: ['dora', 'emil'] });
  const names = async (input: object, as = fred) =>
    (await docket.as(as).do('searchPeople', input)).results.map(({ displayName }) => displayName);
  expect(await names({ prefix: 'd' })).toEqual(['DIRK', 'DORA']);
  expect(await names({ userIds: 'emil,nobody,dirk' })).toEqual(['DIRK', 'EMIL']);
  await docket
    .as(ada)
    .do('putUser', { userId: 'eva.brand', displayName: 'Eva Äpfel-Stein', password: 'correct horse' });
  for (const q of ['äpf', 'stein ev', 'brand', 'EVA.BR']) expect(await names({ q }), q).toEqual(['Eva Äpfel-Stein']);
  expect(await names({ q: 'pfel' })).toEqual([]);
  expect(await names({ q: '&!' })).toEqual([]);
  expect(await names({ q: 'd', prefix: 'di' })).toEqual(['DIRK']);
  expect(await names({ q: 'd', userIds: 'dora,emil' })).toEqual(['DORA']);
  const found = await docket.as(ada).do('searchUsers', { q: 'dor' });
  expect(found.results.map(({ id }) => id)).toEqual(['dora']);
  expect(await docket.as(fred).code('searchPeople', { userGroup: 'drivers' })).toBe('PERMISSION_DENIED');
  expect(await names({ userGroup: 'drivers' }, person('dora', ['drivers']))).toEqual(['DORA', 'EMIL']);
  expect(await names({ userGroup: 'drivers', q: 'd' }, person('dora', ['drivers']))).toEqual(['DORA']);
  expect((await docket.as(fred).do('searchGroups', { prefix: 'driv' })).results).toEqual([
    { name: 'drivers', memberCount: 2 },
  ]);
  const first = await docket.as(fred).do('searchPeople', { userIds: 'dirk,dora,emil', limit: 2 });
  expect(first.results).toHaveLength(2);
  const bookmark = first.bookmark ?? '';
  expect(await names({ userIds: 'dirk,dora,emil', limit: 2, bookmark })).toEqual(['EMIL']);
});

it('a service key is shown once, lets in until it is revoked, and stays in the list', async () => {
  const { key: plain, ...made } = await docket.as(ada).do('createServiceKey', { name: 'mailer', scopes: ['workers'] });
  expect(await authenticateApiKey(docket.deps, plain)).toMatchObject({ name: 'mailer', scopes: ['workers'] });
  const listed = await docket.as(ada).do('searchServiceKeys', {});
  expect(made.lastUsedAt).toBeNull();
  expect(listed.results).toEqual([{ ...made, lastUsedAt: expect.any(String) }]);
  expect(JSON.stringify(listed)).not.toContain(plain);
  const revoked = await docket.as(ada).do('revokeServiceKey', { keyId: made.id });
  expect(revoked.revokedAt).not.toBeNull();
  expect(await authenticateApiKey(docket.deps, plain)).toBeNull();
  expect(await docket.as(ada).do('revokeServiceKey', { keyId: made.id })).toEqual(revoked);
  expect(await docket.as(ada).code('revokeServiceKey', { keyId: 'none' })).toBe('NOT_FOUND');
});
