/** Why something was refused or could not be asked, by code; what the server says is in English. */
export const problem = {
  UNAVAILABLE: 'Docket could not be reached, so nothing was changed. Try again; whatever you typed is still here.',
  UNAUTHENTICATED: 'Your session has ended. Sign in again in another tab, then go on here: nothing is lost.',
  RESOURCE_EXHAUSTED: 'That was too much at once. Wait a moment, and try again.',
  INTERNAL: 'Something went wrong on our side. Try again; if it stays so, tell an administrator.',
  INVALID_ARGUMENT: '{detail}',
  PERMISSION_DENIED: '{detail}',
  NOT_FOUND: '{detail}',
  REQUEST_TIMEOUT: '{detail}',
  ALREADY_EXISTS: '{detail}',
  FAILED_PRECONDITION: '{detail}',
  ABORTED: '{detail}',
  PAYLOAD_TOO_LARGE: '{detail}',
} as const;
