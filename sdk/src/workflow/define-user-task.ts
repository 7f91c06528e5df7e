// The UserTaskDef as code: the types of its fields flow into the workflow that hands it to a person.
import type { z } from 'zod';
import { checkUserTaskDef } from '../../../lib/contracts/form/check-user-task-def.ts';
import type { FieldType } from '../../../lib/contracts/form/field-types.ts';
import type { CallOf } from '../../../lib/contracts/operations/table.ts';
import { fieldErrorsOf } from '../../../lib/contracts/problem.ts';
import { userTaskDefBody, type userTaskField } from '../../../lib/contracts/user-task-def-shape.ts';
import { expression } from './expression.ts';
import type { Expr } from './expression-types.ts';
import type { Read } from './thread-scope.ts';

type FieldDefinition = Omit<z.input<typeof userTaskField>, 'name'>;
export type FieldDefinitions = Record<string, FieldDefinition>;

declare const FIELD_TYPES: unique symbol;

/** The body of `PUT /user-task-defs/{name}`, with its fields in its type. */
export type UserTaskDefinition<Fields extends FieldDefinitions = FieldDefinitions> = CallOf<'putUserTaskDef'> & {
  readonly [FIELD_TYPES]?: Fields;
};

/** A path to a field: `$.comments`, and `$['e-mail']` where the name has a hyphen. */
type PathTo<Name extends string> = Name extends `${string}-${string}` ? `$['${Name}']` : `$.${Name}`;
type FieldPath<Fields extends FieldDefinitions> = PathTo<keyof Fields & string>;
type FieldAt<Fields extends FieldDefinitions, Path extends string> = {
  [Name in keyof Fields & string]: Path extends PathTo<Name> ? InJson<Fields[Name]['type']> : never;
}[keyof Fields & string];

/** JSON has no instants: a path into it finds the text of one, where `at` finds the instant itself. */
type InJson<Type> = Type extends 'TIMESTAMP' ? 'STR' : Type;

/** What a person answered: a JSON object with a key per field that has a value. */
export type UserTaskOutput<Fields extends FieldDefinitions> = Omit<Expr<'JSON_OBJ'>, 'at' | 'jsonPath'> & {
  /** The answer to one field; null where an optional one was left empty. */
  at<Name extends keyof Fields & string>(field: Name): Expr<Fields[Name]['type']>;
  jsonPath<Path extends FieldPath<Fields>>(path: Path): Expr<FieldAt<Fields, Path>>;
  /** Who completed it: to exclude them from a later step, or to tell others. */
  readonly doneBy: Expr<'STR'>;
};

/**
 * Defines a form: its fields by name, in the order in which they are shown. A field is required unless it says otherwise.
 * @throws what the server would refuse: each fault with its place.
 */
export function defineUserTask<const Fields extends FieldDefinitions>(
  form: Omit<CallOf<'putUserTaskDef'>, 'fields'> & { fields: Fields },
): UserTaskDefinition<Fields> {
  const { name: formName, fields, ...head } = form;
  const body = { ...head, fields: Object.entries(fields).map(([name, field]) => ({ name, ...field })) };
  const parsed = userTaskDefBody.safeParse(body);
  const errors = parsed.success ? checkUserTaskDef(parsed.data) : fieldErrorsOf(parsed.error);
  if (errors.length > 0) {
    throw new Error(`Form ${formName}: ${errors.map(({ path, message }) => `${path} ${message}`).join('; ')}`);
  }
  return { name: formName, ...body };
}

/** The answers that the step `nodeOutput` will have. */
export function answersOf<Fields extends FieldDefinitions>(
  form: UserTaskDefinition<Fields>,
  nodeOutput: string,
  reads: readonly Read[],
): UserTaskOutput<Fields> {
  const inJson = (type: FieldType | 'ANY') => (type === 'TIMESTAMP' ? 'STR' : type);
  const typeOf = (isIt: (name: string) => boolean) => form.fields.find(({ name }) => isIt(name))?.type ?? 'ANY';
  return Object.assign(expression({ nodeOutput }, 'JSON_OBJ', reads), {
    at: (field: string) =>
      expression(
        { nodeOutput, path: [field] },
        typeOf((name) => name === field),
        reads,
      ),
    jsonPath: (path: string) =>
      expression(
        { nodeOutput, jsonPath: path },
        inJson(typeOf((name) => path === `$.${name}` || path === `$['${name}']`)),
        reads,
      ),
    doneBy: expression({ doneBy: nodeOutput }, 'STR', reads),
  }) as unknown as UserTaskOutput<Fields>;
}
