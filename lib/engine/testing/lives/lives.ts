// The lives of which the histories were recorded, by the name of their file.
import type { Life } from './life.ts';
import { PEOPLE } from './people.ts';
import { TIME_AND_VALUES } from './time-and-values.ts';
import { WORKERS } from './workers.ts';

export const LIVES: Record<string, Life> = { ...PEOPLE, ...WORKERS, ...TIME_AND_VALUES };
