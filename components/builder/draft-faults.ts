// What the server would say of a form, at the item that it is about: the same shapes and the same check, while one types.
import { checkUserTaskDef } from '#contracts/form/check-user-task-def.ts';
import { type FieldError, fieldErrorsOf } from '#contracts/problem.ts';
import type { UserTaskDefBody } from '#contracts/user-task-def.ts';
import { userTaskDefBody } from '#contracts/user-task-def-shape.ts';
import { bodyOf, type FormDraft, fieldItems } from './form-draft.ts';

/** A fault; `key` is the item's, null for the form itself, and `path` is below the field: `options.0.value`. */
export type Fault = { key: string | null; path: string; message: string };

/** All that is wrong with a form, each place named once. */
export function faultsOf(draft: FormDraft): Fault[] {
  return placed(draft, errorsOf(bodyOf(draft)));
}

/** What is wrong with a body, whatever it is, in the words of the server. */
export function errorsOf(body: UserTaskDefBody): FieldError[] {
  const { error } = userTaskDefBody.safeParse(body);
  const shape = error ? fieldErrorsOf(error) : [];
  const seen = new Set(shape.map(({ path }) => path));
  return [...shape, ...checkUserTaskDef(body).filter(({ path }) => !seen.has(path))];
}

/** Errors of the body at the items of the draft. */
export function placed(draft: FormDraft, errors: readonly FieldError[]): Fault[] {
  const items = fieldItems(draft);
  return errors.map(({ path, message }) => {
    const [, index, below] = /^fields\.(\d+)\.?(.*)$/.exec(path) ?? [];
    const key = index === undefined ? undefined : items[Number(index)]?.key;
    return key === undefined ? { key: null, path, message } : { key, path: below ?? '', message };
  });
}
