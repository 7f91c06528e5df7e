// What the checks of one node share: where it stands, what it may refer to, and how a finding is reported.
import type { ThreadSpec } from '#contracts/wf-spec.ts';
import type { Definitions } from '../definitions.ts';

export type NodeCheck = {
  threadSpec: ThreadSpec;
  definitions: Definitions;
  /** `path` starts at the node: `edges.0.condition`. */
  report: (path: string, message: string) => void;
};
