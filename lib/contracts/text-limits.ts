// How long a text may be, apart from its shape so that a browser can ask without zod.
export const MAX_COMMENT_LENGTH = 10_000;
export const MAX_REASON_LENGTH = 2_000;
