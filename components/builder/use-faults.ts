'use client';

import { useDeferredValue, useMemo } from 'react';
import { type Fault, faultsOf } from './draft-faults.ts';
import type { FormDraft } from './form-draft.ts';
import { useFaultTexts } from './use-fault-texts.ts';

/** What the server found in a form that it was sent. */
export type Refused = { draft: FormDraft; faults: readonly Fault[] };

/**
 * What is wrong with a form, in its author's language, and the form as it was looked at: a moment behind, so that typing waits neither
 * for this nor for what is drawn of it. While the same is wrong it is the same list.
 */
export function useFaults(draft: FormDraft, refused: Refused | null): { checked: FormDraft; faults: readonly Fault[] } {
  const checked = useDeferredValue(draft);
  const textOf = useFaultTexts();
  const found = useMemo(() => faultsOf(checked), [checked]);
  const told = [...found, ...(refused?.draft === draft ? refused.faults : [])];
  const text = JSON.stringify(told.map((fault) => ({ ...fault, message: textOf(checked, fault) })));
  return { checked, faults: useMemo<Fault[]>(() => JSON.parse(text), [text]) };
}
