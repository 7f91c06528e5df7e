import type { problem as en } from '../en/problem.ts';
import type { Translated } from '../translated.ts';

export const problem: Translated<typeof en> = {
  UNAVAILABLE:
    'Docket war nicht zu erreichen, es wurde also nichts geändert. Versuchen Sie es noch einmal; falls Sie etwas eingegeben haben, ist es noch da.',
  UNAUTHENTICATED:
    'Ihre Sitzung ist zu Ende. Melden Sie sich in einem anderen Tab wieder an und machen Sie hier weiter: Nichts geht verloren.',
  RESOURCE_EXHAUSTED: 'Das war zu viel auf einmal. Warten Sie einen Moment, und versuchen Sie es noch einmal.',
  INTERNAL:
    'Bei uns ist etwas schiefgegangen. Versuchen Sie es noch einmal, oder sagen Sie der Administration Bescheid.',
  INVALID_ARGUMENT: 'Etwas daran stimmt nicht. Der Server sagt: {detail}',
  PERMISSION_DENIED: 'Das dürfen Sie nicht. Der Server sagt: {detail}',
  NOT_FOUND: 'Das gibt es hier nicht. Der Server sagt: {detail}',
  REQUEST_TIMEOUT: 'Das hat zu lange gedauert. Der Server sagt: {detail}',
  ALREADY_EXISTS: 'Das gibt es schon. Der Server sagt: {detail}',
  FAILED_PRECONDITION: 'Das geht jetzt nicht. Der Server sagt: {detail}',
  ABORTED: 'Jemand hat es inzwischen geändert. Der Server sagt: {detail}',
  PAYLOAD_TOO_LARGE: 'Das ist zu groß. Der Server sagt: {detail}',
};
