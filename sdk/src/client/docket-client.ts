// The typed client: a method for every row of the operation table.

import type { LiveEvent } from '../../../lib/contracts/live-event.ts';
import { MAX_AWAIT_SECONDS } from '../../../lib/contracts/operations/events.ts';
import type { Operation } from '../../../lib/contracts/operations/operation.ts';
import { type CallOf, OPERATIONS, type OperationId, type OutputOf } from '../../../lib/contracts/operations/table.ts';
import type { Page } from '../../../lib/contracts/pagination.ts';
import { ConnectionError } from './docket-error.ts';
import { readEvents } from './event-stream.ts';
import { send, writeCall } from './http-call.ts';
import { DEFAULT_RETRY, delayAfter, isRefusedForNow, isTransient, pause, type RetryOptions } from './retry.ts';

export type ClientOptions = {
  /** Where Docket is, like `https://docket.example.com`. */
  url: string;
  apiKey: string;
  /** How long one attempt may take: 30 seconds unless given. A call that waits on the server's side has that time besides. */
  timeoutMs?: number;
  retry?: Partial<RetryOptions>;
};

export type CallOptions = {
  signal?: AbortSignal;
  timeoutMs?: number;
  /** How often to try, counting the first time. */
  attempts?: number;
  /** Makes a POST that is sent again, even by another process, take effect once. One is made up when none is given. */
  idempotencyKey?: string;
};

export type FollowOptions = {
  signal?: AbortSignal;
  /** The id of the event that was handled last: what came since comes first. Without it, only what happens from now on. */
  lastEventId?: string;
};
/** A `reset` says that what came since is no longer known, and that what is kept has to be read anew. */
export type Followed = { id: string; event: LiveEvent };

type Arguments<Input> =
  Record<never, never> extends Input ? [input?: Input, options?: CallOptions] : [input: Input, options?: CallOptions];
type Methods = { [Id in OperationId]: (...args: Arguments<CallOf<Id>>) => Promise<OutputOf<Id>> };

/** The operations that give a page. */
export type PagedOperationId = {
  [Id in OperationId]: OutputOf<Id> extends Page<unknown> ? Id : never;
}[OperationId];
type ItemOf<Id extends PagedOperationId> = OutputOf<Id> extends Page<infer Item> ? Item : never;

// Every method does the same with another row of the table; they are added to the prototype below.
const OperationMethods = class {} as unknown as new () => Methods;

/**
 * Calls Docket. Each method takes path, query and body parameters as one flat object. A call whose connection is lost, or that the server
 * refuses for now, is sent again where that is safe. Throws DocketError or ConnectionError.
 */
export class DocketClient extends OperationMethods {
  readonly #baseUrl: string;
  readonly #apiKey: string;
  readonly #timeoutMs: number;
  readonly #retry: RetryOptions;

  constructor({ url, apiKey, timeoutMs = 30_000, retry = {} }: ClientOptions) {
    super();
    this.#baseUrl = `${url.replace(/\/+$/, '')}/api/v1`;
    this.#apiKey = apiKey;
    this.#timeoutMs = timeoutMs;
    this.#retry = { ...DEFAULT_RETRY, ...retry };
  }

  /** Calls an operation by its id: what every method does. */
  async call<Id extends OperationId>(id: Id, input: CallOf<Id>, options: CallOptions = {}): Promise<OutputOf<Id>> {
    const operation: Operation = OPERATIONS[id];
    const call = writeCall(operation, this.#baseUrl, input);
    const headers = { authorization: `Bearer ${this.#apiKey}`, ...idempotencyHeader(operation, options) };
    const timeoutMs = options.timeoutMs ?? this.#timeoutMs + waitingMs(operation);
    const attempts = options.attempts ?? this.#retry.attempts;
    for (let failures = 0; ; ) {
      try {
        return (await send(call, headers, timeoutMs, options.signal)) as OutputOf<Id>;
      } catch (error) {
        failures += 1;
        if (failures >= attempts || !mayRepeat(operation, error)) throw error;
        await pause(delayAfter(error, failures, this.#retry), options.signal);
      }
    }
  }

  /** Everything that a search gives, page by page: `for await (const runs of client.pages('searchWfRuns', { status: 'RUNNING' }))`. */
  async *pages<Id extends PagedOperationId>(
    id: Id,
    input: CallOf<Id>,
    options: CallOptions = {},
  ): AsyncGenerator<ItemOf<Id>[], void, undefined> {
    let bookmark: string | null = null;
    do {
      const page = (await this.call(id, { ...input, ...(bookmark !== null && { bookmark }) }, options)) as Page<
        ItemOf<Id>
      >;
      yield page.results;
      bookmark = page.bookmark;
    } while (bookmark !== null);
  }

  /**
   * What changes, as it happens: `for await (const { event } of client.events())`. A lost connection is taken up again where it was lost.
   * It ends when `signal` is aborted, by throwing its reason, and by DocketError when Docket refuses.
   */
  async *events({ signal, lastEventId }: FollowOptions = {}): AsyncGenerator<Followed, void, undefined> {
    const authorization = `Bearer ${this.#apiKey}`;
    let last = lastEventId;
    for (let failures = 0; ; ) {
      try {
        const headers = { authorization, ...(last !== undefined && { 'last-event-id': last }) };
        for await (const { id, event } of readEvents(`${this.#baseUrl}/events`, headers, signal)) {
          failures = 0;
          last = id;
          if (event) yield { id, event };
        }
        failures = 1;
      } catch (error) {
        if (!isTransient(error)) throw error;
        failures += 1;
      }
      await pause(delayAfter(null, failures, this.#retry), signal);
    }
  }
}

for (const id of Object.keys(OPERATIONS) as OperationId[]) {
  Object.defineProperty(DocketClient.prototype, id, {
    value(this: DocketClient, input: CallOf<typeof id> = {} as CallOf<typeof id>, options?: CallOptions) {
      return this.call(id, input, options);
    },
  });
}

/** A worker's calls are fenced by their lease token; they need no key, and would only fill the table of answers that are kept. */
function idempotencyHeader(operation: Operation, options: CallOptions): Record<string, string> {
  if (operation.method !== 'POST' || operation.tag === 'Workers') return {};
  return { 'idempotency-key': options.idempotencyKey ?? crypto.randomUUID() };
}

/** How long the server may keep such a call before it answers. */
function waitingMs({ query }: Operation): number {
  return query && 'timeoutSeconds' in query.shape ? MAX_AWAIT_SECONDS * 1000 : 0;
}

/** A DELETE whose answer was lost is not sent again: the second one could not tell its own work from someone else's. */
function mayRepeat(operation: Operation, error: unknown): boolean {
  return isRefusedForNow(error) || (error instanceof ConnectionError && operation.method !== 'DELETE');
}
