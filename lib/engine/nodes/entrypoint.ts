// ENTRYPOINT: where a thread begins; done at once.
import { type NodeKind, type NodeOf, passThrough } from './node-kind.ts';

export const entrypoint: NodeKind<NodeOf<'ENTRYPOINT'>> = passThrough;
