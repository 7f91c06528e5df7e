// Whether the database answers.
import { ping } from '#persistence/database.ts';
import type { Deps } from './deps.ts';

export const isDatabaseUp = ({ store }: Deps): Promise<boolean> => ping(store);
