// Which version of a WfSpec a call names: the latest, the latest of a major version, or exactly one.
import type { WfSpec } from '#contracts/wf-spec.ts';
import { findDefinition } from '#persistence/definitions.ts';
import type { Deps } from './deps.ts';
import { refuseInvalid } from './refuse.ts';

export type NamedWfSpec = { wfSpecName: string; majorVersion?: number | undefined; revision?: number | undefined };

/** A revision alone names nothing. */
export function refuseLoneRevision({ majorVersion, revision }: Omit<NamedWfSpec, 'wfSpecName'>): void {
  if (revision === undefined || majorVersion !== undefined) return;
  refuseInvalid([{ path: 'majorVersion', message: 'must be given with a revision' }]);
}

export function findWantedWfSpec({ store }: Deps, tenantId: string, named: NamedWfSpec): Promise<WfSpec | null> {
  const { wfSpecName: name, majorVersion: major, revision } = named;
  return findDefinition(store, tenantId, { kind: 'WfSpec', name, major, revision });
}

/** As it was asked for: `it-request`, `it-request 1`, `it-request 1.0`. */
export function writtenWfSpec({ wfSpecName, majorVersion, revision }: NamedWfSpec): string {
  const version = [majorVersion, revision].filter((part) => part !== undefined).join('.');
  return `WfSpec ${wfSpecName}${version === '' ? '' : ` ${version}`}`;
}
