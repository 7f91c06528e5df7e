// A text that people read: one for everybody, or one per language (definitions.md).
export type LocalText = string | Record<string, string>;

/** The text in a language (`de-AT`), else in what it is a kind of (`de`), else in English, else in the first that there is. */
export function textIn(text: LocalText, language = 'en'): string {
  if (typeof text === 'string') return text;
  const [general = language] = language.split('-');
  const known = [language, general, 'en', ...Object.keys(text)].find((one) => Object.hasOwn(text, one));
  return (known !== undefined && text[known]) || '';
}

/** What a person reads for a task: in their language where its form has a title in it, else as the workflow wrote it. */
export function taskTitle(task: { title: string; titles: Record<string, string> | null }, language: string): string {
  return task.titles?.[language] ?? task.title;
}
