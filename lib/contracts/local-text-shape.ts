// The shape of a text that people read.
import { z } from 'zod';
import type { LocalText } from './local-text.ts';

const language = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/, { error: 'must be a language, like en or de-AT' });

/** A text in several languages. */
export const textsByLanguage = z.record(language, z.string());

/** A text of up to `max` characters, or one per language. */
export const localText = (max: number): z.ZodType<LocalText> => {
  const text = z.string().min(1).max(max);
  return z.union(
    [
      text,
      z.record(language, text).refine((texts) => Object.keys(texts).length > 0, { error: 'must have a language' }),
    ],
    { error: `must be a text of 1 to ${max} characters, or one per language, like {"en": "…", "de": "…"}` },
  );
};
