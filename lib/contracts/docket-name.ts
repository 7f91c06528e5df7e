// The rule for the names of definitions and the ids of runs, apart from its shape so that a browser can ask without zod.
export const DOCKET_NAME = /^[A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?$/;
export const MAX_NAME_LENGTH = 128;

export const isDocketName = (text: string): boolean => text.length <= MAX_NAME_LENGTH && DOCKET_NAME.test(text);
