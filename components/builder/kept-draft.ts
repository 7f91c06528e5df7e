// Unsaved work, kept in this browser by the form's name.
import { z } from 'zod';
import type { UserTaskDefBody } from '#contracts/user-task-def.ts';
import { userTaskDefBody } from '#contracts/user-task-def-shape.ts';

/** `base` is the version that the work began with; null for a new form, which has the name that it was given so far. */
export type KeptDraft = { base: number | null; name: string; savedAt: string; body: UserTaskDefBody };

const keyOf = (name: string | null): string => `docket-form-draft/${name ?? ''}`;

/** Half-made bodies are kept too, so only the outline is asked of them. */
const kept = z.object({
  base: z.int().nullable(),
  name: z.string().default(''),
  savedAt: z.string(),
  body: z.looseObject({
    fields: z.array(z.looseObject({ name: z.string(), type: userTaskDefBody.shape.fields.element.shape.type })),
  }),
});

export function readKept(name: string | null): KeptDraft | null {
  try {
    const parsed = kept.safeParse(JSON.parse(localStorage.getItem(keyOf(name)) ?? 'null'));
    return parsed.success ? (parsed.data as unknown as KeptDraft) : null;
  } catch {
    return null;
  }
}

/** False when the browser keeps nothing: storage is full or forbidden. */
export function keep(name: string | null, draft: KeptDraft): boolean {
  try {
    localStorage.setItem(keyOf(name), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function forget(name: string | null): void {
  try {
    localStorage.removeItem(keyOf(name));
  } catch {
    // What cannot be removed was not kept.
  }
}
