// What pages read by: who is signed in, and the operations of the table as that person.
import { forbidden, notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { principalFromSession } from '#auth/principal-from-session.ts';
import { parseCall, splitCall } from '#contracts/operations/parse-call.ts';
import { type CallOf, OPERATIONS, type OperationId, type OutputOf } from '#contracts/operations/table.ts';
import type { Page } from '#contracts/pagination.ts';
import type { UserPrincipal } from '#contracts/principal.ts';
import { container } from '#server/container.ts';

/** What the page shows is read after this, so that the stream of events tells of all that changes meanwhile. */
export const readLiveHead = (): Promise<string> => container().liveHead();

/** Who is signed in, looked up once per request; null for nobody. */
export const currentPerson = cache(
  (): Promise<UserPrincipal | null> => principalFromSession((session) => container().loadPrincipal(session)),
);

/** Who is signed in; anybody else is sent to sign in and comes back to this path with these parameters. */
export async function requirePerson(path: string, params: Params = {}): Promise<UserPrincipal> {
  return (await currentPerson()) ?? redirect(withParams('/sign-in', { callbackUrl: withParams(path, params) }));
}

/** Reads as the person signed in. What is not there for them is not found, what they may not see a page that says so. */
export async function read<Id extends OperationId>(
  person: UserPrincipal,
  id: Id,
  call: CallOf<Id>,
): Promise<OutputOf<Id>> {
  const found = await find(person, id, call);
  return found ? found.output : notFound();
}

/** As `read`, but null for what is not there for the person, or cannot be there: the address is wrong. */
export async function find<Id extends OperationId>(
  person: UserPrincipal,
  id: Id,
  call: CallOf<Id>,
): Promise<{ output: OutputOf<Id> } | null> {
  const parsed = parseCall(id, splitCall(OPERATIONS[id], call));
  if (!parsed.ok) return null;
  const outcome = await container().invoke(id, { principal: person }, parsed.input);
  if (outcome.ok) return outcome;
  switch (outcome.refusal.code) {
    case 'NOT_FOUND':
    case 'INVALID_ARGUMENT':
      return null;
    case 'PERMISSION_DENIED':
      return forbidden();
    default:
      throw new Error(`${id}: ${outcome.refusal.code}: ${outcome.refusal.detail}`);
  }
}

/** A page's address as its parameters; of one given twice the first counts, an empty one is absent. */
export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

export async function firstOf<Name extends string>(
  given: SearchParams,
  names: readonly Name[],
): Promise<Partial<Record<Name, string>>> {
  const params = await given;
  const entries = names.flatMap((name) => {
    const value = [params[name]].flat()[0];
    return value ? [[name, value]] : [];
  });
  return Object.fromEntries(entries);
}

/** The addresses of the next page of a list and of its first; undefined where one is there already. */
export function pageLinks(path: string, params: Params, page: Page<unknown>, name = 'bookmark') {
  return {
    next: page.bookmark === null ? undefined : withParams(path, { ...params, [name]: page.bookmark }),
    first: params[name] ? withParams(path, { ...params, [name]: undefined }) : undefined,
  };
}

type Params = Readonly<Record<string, string | undefined>>;

function withParams(path: string, params: Params): string {
  const query = new URLSearchParams(Object.entries(params).flatMap(([name, value]) => (value ? [[name, value]] : [])));
  return query.size > 0 ? `${path}?${query}` : path;
}
