'use client';

import { Plus } from 'lucide';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Action } from '#contracts/operations/action.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { Input } from '../ui/input.tsx';
import { FormDialog, placed } from './form-dialog.tsx';

/** The button that adds a group; its page opens, where it gets its members. */
export function AddGroup({ save }: { save: Action<'putGroup'> }) {
  const t = useTranslations('desk.groups');
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState('');

  const words = useTranslations('desk.form');
  const check = () => (name.trim() === '' ? [{ path: 'name', message: words('missing') }] : []);

  async function submit() {
    const result = await save({ name: name.trim(), mustBeNew: true });
    if (!result.ok) return placed(result.refusal, 'name', t('taken'));
    router.push(`/admin/groups/${encodeURIComponent(name.trim())}`);
    return undefined;
  }

  return (
    <>
      <Button variant="primary" icon={<Icon of={Plus} />} onClick={() => setOpen(true)}>
        {t('add')}
      </Button>
      {isOpen ? (
        <FormDialog
          title={t('addTitle')}
          description={t('addText')}
          submitLabel={t('addSubmit')}
          onClose={() => setOpen(false)}
          check={check}
          onSubmit={submit}
        >
          {(errorOf) => (
            <Field label={t('name')} error={errorOf('name')} required>
              <Input
                value={name}
                onChange={(event) => setName(event.target.value)}
                autoComplete="off"
                spellCheck={false}
                maxLength={200}
              />
            </Field>
          )}
        </FormDialog>
      ) : null}
    </>
  );
}
