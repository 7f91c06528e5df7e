// The check of a form with RE2 at hand, as the server and the SDK have it; a page loads RE2 only for a form with patterns.
import { checkAll, checkSome, type FormCheck } from './form/check-answers.ts';
import { matchesWhole } from './form/pattern.ts';
import type { JsonObject } from './json.ts';
import type { UserTaskField } from './user-task-def.ts';

/**
 * Checks part of a form: names and types, and that nothing read-only is changed; nothing is required. Null stays, since in a save it
 * clears a field. Errors carry the path `results.<field>` and the rule that was broken.
 */
export function checkDraft(fields: readonly UserTaskField[], given: JsonObject): FormCheck {
  return checkSome(fields, given);
}

/**
 * Checks a whole form: every rule of every field that is shown. `saved` is the draft that the request's values are laid over, or what a
 * fresh form starts with. The results hold a key per field that is shown and has an answer, in the form's order.
 */
export function checkComplete(fields: readonly UserTaskField[], given: JsonObject, saved: JsonObject = {}): FormCheck {
  return checkAll(fields, given, saved, matchesWhole);
}
