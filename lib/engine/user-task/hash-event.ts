// The hash of an event, of its content and the hash before it: worked out in the step, so that a replay gives the same.

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { chainedText } from '#contracts/history-chain.ts';
import { instantToText } from '#contracts/value.ts';
import type { EngineRecord } from '../record.ts';

type Unhashed = Omit<Extract<EngineRecord, { type: 'UserTaskEventAppended' }>, 'type' | 'hash'>;

export function hashEvent(previous: string | null, { seq, at, actor, cause, reason, body, ...task }: Unhashed): string {
  const { kind: actorKind, id: actorId, onBehalfOf } = actor;
  const head = { seq, at: instantToText(at), actorKind, actorId, onBehalfOf, cause, reason };
  return hashText(chainedText(task, previous, { ...head, ...body }));
}

/** SHA-256 of a text, in hex. */
export const hashText = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));
