import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslations } from 'use-intl';
import type { JsonObject } from '#contracts/json.ts';
import type { FieldError } from '#contracts/problem.ts';
import type { ThreadVariable } from '#contracts/wf-spec.ts';
import { focusField } from '../ui/form-error-summary.tsx';
import { useFaultWords } from './use-fault-words.ts';
import { type Draft, emptyDraft, readDraft, type Structs } from './value-draft.ts';

/** Input variables while somebody gives them values. */
export type Values = {
  asked: readonly ThreadVariable[];
  structs: Structs;
  drafts: Readonly<Record<string, Draft>>;
  /** What is wrong at which path. */
  errors: ReadonlyMap<string, string>;
  setDraft: (name: string, draft: Draft) => void;
  /** The values, what is left empty left out, so that its default counts; null when something is wrong, which is then shown. */
  read: () => JsonObject | null;
  /** Shows what the server refused, and gives back what is about none of the variables. */
  refuse: (errors: readonly FieldError[]) => FieldError[];
};

/** Where the values stand in the request that starts a run, and what the ids of their controls begin with. */
const PREFIX = 'variables.';

export const pathOf = (name: string): string => `${PREFIX}${name}`;
/** The path as people read it: `address.street`. */
export const nameAt = (path: string): string => path.slice(PREFIX.length);

/** Asks for the inputs of a process. After a try the focus goes to the first that is wrong. */
export function useValues(variables: readonly ThreadVariable[], structs: Structs): Values {
  const t = useTranslations('values');
  const faultWords = useFaultWords();
  const asked = variables.filter(isAsked);
  const [drafts, setDrafts] = useState<Readonly<Record<string, Draft>>>(() =>
    Object.fromEntries(asked.map(({ name, type }) => [name, emptyDraft(type, structs)])),
  );
  const [errors, setErrors] = useState<ReadonlyMap<string, string>>(new Map());

  function show(found: ReadonlyMap<string, string>) {
    // A control that is asked to take the focus is to be told as wrong by then.
    flushSync(() => setErrors(found));
    const [first] = found.keys();
    if (first !== undefined) focusField(first);
  }

  function read(): JsonObject | null {
    const found = new Map<string, string>();
    const values: JsonObject = {};
    for (const { name, type, required, default: fallback } of asked) {
      const path = pathOf(name);
      const { value, errors: wrong } = readDraft(type, drafts[name] ?? '', path, structs);
      for (const { path: at, fault } of wrong) found.set(at, faultWords(fault));
      if (value !== undefined) values[name] = value;
      else if (required && fallback === undefined && wrong.length === 0) found.set(path, t('required'));
    }
    show(found);
    return found.size > 0 ? null : values;
  }

  function refuse(refused: readonly FieldError[]): FieldError[] {
    const placed = new Map<string, string>();
    const others: FieldError[] = [];
    for (const error of refused) {
      // A simulation has its inputs under another name.
      const path = error.path.replace(/^inputs\./, PREFIX);
      const isOurs = asked.some(({ name }) => path === pathOf(name) || path.startsWith(`${pathOf(name)}.`));
      if (isOurs) placed.set(path, error.message);
      else others.push(error);
    }
    show(placed);
    return others;
  }

  return {
    asked,
    structs,
    drafts,
    errors,
    setDraft: (name, draft) => setDrafts((before) => ({ ...before, [name]: draft })),
    read,
    refuse,
  };
}

/** A child run is given those of its parent by itself. */
const isAsked = ({ access }: ThreadVariable): boolean => access !== 'INHERITED';
