// A text that people read: one for everybody, or one per language (definitions.md).
import { z } from 'zod';

const language = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/, { error: 'must be a language, like en or de-AT' });

/** A text of up to `max` characters, or one per language. */
export const localText = (max: number) => {
  const text = z.string().min(1).max(max);
  return z.union(
    [
      text,
      z.record(language, text).refine((texts) => Object.keys(texts).length > 0, { error: 'must have a language' }),
    ],
    { error: `must be a text of 1 to ${max} characters, or one per language, like {"en": "…", "de": "…"}` },
  );
};
export type LocalText = z.infer<ReturnType<typeof localText>>;

/** The text in a language (`de-AT`), else in what it is a kind of (`de`), else in English, else in the first that there is. */
export function textIn(text: LocalText, language = 'en'): string {
  if (typeof text === 'string') return text;
  const [general = language] = language.split('-');
  const known = [language, general, 'en', ...Object.keys(text)].find((one) => Object.hasOwn(text, one));
  return (known !== undefined && text[known]) || '';
}
