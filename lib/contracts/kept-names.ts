// Apart from the shape of names, so that a browser can ask without zod.
const KEPT: readonly string[] = ['__proto__', 'constructor', 'prototype'];

/** Whether JavaScript keeps a name for itself: what walks objects by their keys, a form among it, passes it over. */
export const isKeptName = (name: string): boolean => KEPT.includes(name);
