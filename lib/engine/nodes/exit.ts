// EXIT: where a thread ends; done at once.
import { type NodeKind, type NodeOf, passThrough } from './node-kind.ts';

export const exit: NodeKind<NodeOf<'EXIT'>> = passThrough;
