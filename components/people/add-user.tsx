'use client';

import { Pencil, UserRoundPlus } from 'lucide';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { toast } from 'sonner';
import { useTranslations } from 'use-intl';
import type { User } from '#contracts/identity.ts';
import type { Action } from '#contracts/operations/action.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { UserDialog } from './user-dialog.tsx';

/** The button that adds a person; their page opens once they are there. */
export function AddUser({ save }: { save: Action<'putUser'> }) {
  const t = useTranslations('desk.people');
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="primary" icon={<Icon of={UserRoundPlus} />} onClick={() => setOpen(true)}>
        {t('add.button')}
      </Button>
      {isOpen ? (
        <UserDialog
          save={save}
          onClose={() => setOpen(false)}
          onSaved={(userId) => router.push(`/admin/people/${encodeURIComponent(userId)}`)}
        />
      ) : null}
    </>
  );
}

/** The button that changes a person. */
export function EditUser({ user, save }: { user: User; save: Action<'putUser'> }) {
  const t = useTranslations('desk.people');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon={<Icon of={Pencil} />} onClick={() => setOpen(true)}>
        {t('edit.button')}
      </Button>
      {isOpen ? (
        <UserDialog
          user={user}
          save={save}
          onClose={() => setOpen(false)}
          onSaved={() => toast.success(t('edit.saved'))}
        />
      ) : null}
    </>
  );
}
