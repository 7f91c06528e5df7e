// NOP: where edges part and meet; done at once.
import { type NodeKind, type NodeOf, passThrough } from './node-kind.ts';

export const nop: NodeKind<NodeOf<'NOP'>> = passThrough;
