import { taskTitle } from '#contracts/local-text.ts';
import { useLanguage } from '../i18n/use-language.ts';

type Titled = Parameters<typeof taskTitle>[0];

/** How tasks are called in the reader's language. */
export function useTaskTitle(): (task: Titled) => string {
  const language = useLanguage();
  return (task) => taskTitle(task, language);
}
