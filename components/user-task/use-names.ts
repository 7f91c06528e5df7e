'use client';

import { useTranslations } from 'use-intl';
import type { Owners, UserTaskEvent, UserTaskRun } from '#contracts/user-task-run.ts';
import { usePersonNames } from '../people/use-person-names.ts';
import { peopleOf, personOf } from './task-story.ts';

export type Names = {
  /** What a person is called. */
  person: (userId: string) => string;
  /** Who did something: the reader is "You", the workflow and its hooks are called so. */
  actor: (event: UserTaskEvent) => string;
  /** Whom something was given to, inside a sentence. */
  to: (owners: Owners) => string;
  /** For languages in which a verb says who is meant. */
  verb: (event: UserTaskEvent) => 'you' | 'other';
};

/** What those are called whom a task and its history name; `me` is the reader, '' where everybody goes by their name. */
export function useNames(task: UserTaskRun, me: string): Names {
  const t = useTranslations('task.story');
  const person = usePersonNames(peopleOf(task));
  const isMine = (event: UserTaskEvent) => personOf(event) === me;
  return {
    person,
    actor: (event) => {
      if (event.actorKind === 'engine') return t('workflow');
      if (event.actorKind === 'hook') return t('hook');
      const id = personOf(event);
      if (id === null) return t('somebody');
      return isMine(event) ? t('you') : person(id);
    },
    to: ({ userId, userGroup }) => {
      if (userId === null) return userGroup ?? t('nobody');
      return userId === me ? t('toYou') : person(userId);
    },
    verb: (event) => (isMine(event) ? 'you' : 'other'),
  };
}
