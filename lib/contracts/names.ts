// The one rule for names, and the shapes of ids (semantics.md 1.3, decision 19).
import { z } from 'zod';
import { DOCKET_NAME, MAX_NAME_LENGTH } from './docket-name.ts';
import { isKeptName } from './kept-names.ts';

/** Letters, digits and hyphens, not starting or ending with a hyphen: definitions, WfRun ids, thrown exceptions. */
export const docketName = z.string().min(1).max(MAX_NAME_LENGTH).regex(DOCKET_NAME, {
  error: 'must be letters, digits and hyphens, and must not start or end with a hyphen',
});

/** A key of a JSON object or of a scope: variables and form fields. */
export const identifier = z
  .string()
  .min(1)
  .max(128)
  .regex(/^[A-Za-z_][A-Za-z0-9_-]*$/, {
    error: 'must start with a letter or underscore, followed by letters, digits, underscores or hyphens',
  })
  .refine((name) => !isKeptName(name), { error: 'is a name that JavaScript keeps for itself' });

/** Names inside a WfSpec: threads and nodes, which the SDK writes like `1-approve-USER_TASK`. */
export const nodeName = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[A-Za-z0-9_-]+$/, { error: 'must be letters, digits, hyphens and underscores' });

/** A text that may stand in a list, an address or a log line. */
export const oneLine = z.string().regex(/^\P{Cc}*$/u, { error: 'must not contain control characters' });

/** A person's id or a group's name: any string without control characters that is not blank. */
export const ownerId = (what: 'UserId' | 'UserGroup') =>
  oneLine
    .max(200)
    .refine((value) => value.trim() !== '', { error: `${what} can't be empty` })
    .refine((value) => value !== '.' && value !== '..', { error: `${what} can't be a step in an address` });

export const userId = ownerId('UserId');
export const userGroup = ownerId('UserGroup');

/** `<thread>-<position>`: a UserTaskRun's guid, derived from its NodeRun. */
export const positionGuid = z.string().regex(/^\d{1,6}-\d{1,9}$/, { error: 'must be <thread>-<position>' });

/** The same of a TaskRun; a reminder's is `ut-<thread>-<position>-<seq>`, of the user task and its event. */
export const taskRunGuid = z.string().regex(/^(\d{1,6}-\d{1,9}|ut-\d{1,6}-\d{1,9}-\d{1,9})$/, {
  error: 'must be <thread>-<position>, or ut-<thread>-<position>-<seq> of a reminder',
});

/** An instant on the wire: RFC 3339 in UTC. */
export const timestamp = z.iso
  .datetime({ offset: true })
  .refine((text) => !text.startsWith('0000'), { error: 'must not be before the year 1' });

/** A whole number from 0 that a 32-bit column holds: versions, positions, attempts. */
export const count = z.int().min(0).max(2_147_483_647);

/** The same in an address. */
export const countInAddress = z.coerce.number<number>().int().min(0).max(2_147_483_647);

/** A yes or no, in an address or in JSON. */
export const flagInAddress = z.union([
  z.boolean(),
  z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .pipe(z.boolean()),
]);
