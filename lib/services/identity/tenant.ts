// The tenant of an installation that has only one.

export const DEFAULT_TENANT = 'default';
