'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { toast } from 'sonner';
import { useTranslations } from 'use-intl';
import type { Action } from '#contracts/operations/action.ts';
import type { UserTaskDef } from '#contracts/user-task-def.ts';
import { placed } from './draft-faults.ts';
import { bodyOf, bodyOfDef } from './form-draft.ts';
import { useFaultTexts } from './use-fault-texts.ts';
import type { Refused } from './use-faults.ts';
import type { FormDraftState } from './use-form-draft.ts';

export type SavingOptions = {
  latest: UserTaskDef | null;
  state: FormDraftState;
  putUserTaskDef: Action<'putUserTaskDef'>;
};

/** A form on its way to the server: shown once more, stored, or refused because of what it says or because somebody was first. */
export function useSaving({ latest, state, putUserTaskDef }: SavingOptions) {
  const t = useTranslations('builder.save');
  const router = useRouter();
  const faultText = useFaultTexts();
  const [isOpen, setOpen] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [theirs, setTheirs] = useState<UserTaskDef | null>(null);

  async function put(): Promise<string | undefined> {
    const { name, draft, base } = state;
    const result = await putUserTaskDef({ name, latest: base.version ?? 'none', ...bodyOf(draft) });
    if (result.ok) {
      state.settle();
      toast.success(t('done', { version: result.value.version }));
      router.push(`/admin/user-task-defs/${name}`);
      return undefined;
    }
    const { code, current, errors, detail } = result.refusal;
    if (code === 'ABORTED' && isForm(current)) {
      if (base.version === null) return t('taken');
      setOpen(false);
      setTheirs(current);
      return undefined;
    }
    if (!errors) return detail;
    const faults = placed(draft, errors);
    setRefused({ draft, faults });
    const [first] = faults;
    return first ? t('faulty', { fault: faultText(draft, first) }) : detail;
  }

  function goOnFrom(take: FormDraftState['rebase'], { version, ...def }: UserTaskDef) {
    take({ version, body: bodyOfDef({ version, ...def }) });
    setTheirs(null);
  }

  return {
    isOpen,
    open: () => setOpen(true),
    close: () => setOpen(false),
    put,
    refused,
    /** What somebody else saved since the work began. */
    conflict: theirs ?? (latest && (state.base.version ?? -1) < latest.version ? latest : null),
    keepMine: (form: UserTaskDef) => goOnFrom(state.rebase, form),
    takeTheirs: (form: UserTaskDef) => goOnFrom(state.restart, form),
  };
}

const isForm = (given: unknown): given is UserTaskDef =>
  typeof given === 'object' && given !== null && 'fields' in given && 'version' in given;
