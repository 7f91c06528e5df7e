// What the server would say of a form, at the item that it is about: the same shapes and the same check, while one types.
import { checkUserTaskDef } from '#contracts/form/check-user-task-def.ts';
import { type FieldError, fieldErrorsOf } from '#contracts/problem.ts';
import type { UserTaskDefBody } from '#contracts/user-task-def.ts';
import { userTaskDefBody } from '#contracts/user-task-def-shape.ts';
import { bodyOf, type FormDraft } from './form-draft.ts';

/** What is wrong with the mere shape of a part, of those parts that are typed in freely. */
export type ShapeRule = 'name' | 'text' | 'options' | 'length' | 'bound';

/**
 * A fault; `key` is the item's, null for the form itself, and `path` is below the item: `options.0.value` of a field, `title` of a
 * section. The rule says it in the reader's language, the message in the server's.
 */
export type Fault = {
  key: string | null;
  path: string;
  message: string;
  rule?: FieldError['rule'] | ShapeRule | undefined;
  params?: FieldError['params'];
};

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

/** Errors of the body at the items of the draft. A heading is in all fields below it, and what is wrong with it is said once. */
export function placed(draft: FormDraft, errors: readonly FieldError[]): Fault[] {
  const places = placesOf(draft);
  const faults = errors.map(({ path, message, rule, params }): Fault => {
    const [, index, below = ''] = /^fields\.(\d+)\.?(.*)$/.exec(path) ?? [];
    const place = index === undefined ? undefined : places[Number(index)];
    const said = { message, rule: rule ?? shapeRule(below || path), params };
    if (!place) return { key: null, path, ...said };
    const isTitle = /^section\b/.test(below) && place.section !== null;
    return isTitle ? { key: place.section, path: 'title', ...said } : { key: place.field, path: below, ...said };
  });
  const isFirst = ({ key, path }: Fault, at: number) =>
    faults.findIndex((one) => one.key === key && one.path === path) === at;
  return faults.filter((fault, at) => fault.path !== 'title' || isFirst(fault, at));
}

/** For each field its own key, and that of the heading above it. */
function placesOf({ items }: FormDraft): { field: string; section: string | null }[] {
  let section: string | null = null;
  return items.flatMap(({ kind, key }) => {
    if (kind === 'field') return { field: key, section };
    section = key;
    return [];
  });
}

function shapeRule(path: string): ShapeRule | undefined {
  if (path === 'name') return 'name';
  if (/^(displayName|description|placeholder|section|patternHint|options\.\d+\.label)\b/.test(path)) return 'text';
  if (path === 'options') return 'options';
  if (/^(min|max)Length$/.test(path)) return 'length';
  return /^(min|max)$/.test(path) ? 'bound' : undefined;
}
