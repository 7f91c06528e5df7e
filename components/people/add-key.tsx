'use client';

import { Plus } from 'lucide';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { NewServiceKey } from '#contracts/identity.ts';
import type { Action } from '#contracts/operations/action.ts';
import type { Scope } from '#contracts/principal.ts';
import { Button } from '../ui/button.tsx';
import { Callout } from '../ui/callout.tsx';
import { CheckboxGroup } from '../ui/checkbox-group.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { Input } from '../ui/input.tsx';
import { Select } from '../ui/select.tsx';
import { FormDialog } from './form-dialog.tsx';

const SCOPES = ['read', 'user-tasks', 'runs', 'definitions', 'workers', '*'] as const satisfies Scope[];
const LIVES = ['30', '90', '365', 'never'] as const;
const DAY_MS = 86_400_000;

/** Makes a key and shows it, this once. */
export function AddKey({ create }: { create: Action<'createServiceKey'> }) {
  const t = useTranslations('desk.keys');
  const [isOpen, setOpen] = useState(false);
  const [made, setMade] = useState<NewServiceKey>();
  return (
    <>
      <Button variant="primary" icon={<Icon of={Plus} />} onClick={() => setOpen(true)}>
        {t('add')}
      </Button>
      {isOpen ? <KeyDialog create={create} onClose={() => setOpen(false)} onMade={setMade} /> : null}
      <Dialog
        // The key is never shown again: nothing closes it by mistake.
        open={made !== undefined}
        title={t('madeTitle', { name: made?.name ?? '' })}
        footer={
          <Button variant="primary" onClick={() => setMade(undefined)}>
            {t('madeDone')}
          </Button>
        }
      >
        <div className="grid gap-3">
          <Callout tone="warning">{t('madeText')}</Callout>
          <div className="flex items-center gap-1 rounded-md border border-line bg-sunken py-1 pr-1 pl-3">
            <code className="min-w-0 flex-1 select-all break-all font-mono text-ink text-sm">{made?.key}</code>
            <CopyButton value={made?.key ?? ''} label={t('copy')} />
          </div>
          <p className="text-muted text-sm">{t('madeHow')}</p>
        </div>
      </Dialog>
    </>
  );
}

type KeyDialogProps = {
  create: Action<'createServiceKey'>;
  onClose: () => void;
  onMade: (key: NewServiceKey) => void;
};

function KeyDialog({ create, onClose, onMade }: KeyDialogProps) {
  const t = useTranslations('desk.keys');
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly Scope[]>(['read']);
  const [life, setLife] = useState<string>('90');

  const words = useTranslations('desk.form');
  const check = () => [
    ...(name.trim() === '' ? [{ path: 'name', message: words('missing') }] : []),
    ...(scopes.length === 0 ? [{ path: 'scopes', message: t('scopesMissing') }] : []),
  ];

  async function submit() {
    const expiresAt = life === 'never' ? undefined : new Date(Date.now() + Number(life) * DAY_MS).toISOString();
    const result = await create({ name, scopes: [...scopes], ...(expiresAt && { expiresAt }) });
    if (!result.ok) return result.refusal;
    onMade(result.value);
    return undefined;
  }

  return (
    <FormDialog
      title={t('addTitle')}
      description={t('addText')}
      submitLabel={t('addSubmit')}
      onClose={onClose}
      check={check}
      onSubmit={submit}
    >
      {(errorOf) => (
        <>
          <Field label={t('name')} help={t('nameHelp')} error={errorOf('name')} required>
            <Input value={name} onChange={(event) => setName(event.target.value)} autoComplete="off" maxLength={200} />
          </Field>
          <Field label={t('scopes')} layout="group" error={errorOf('scopes')} required>
            <CheckboxGroup
              options={SCOPES.map((scope) => ({ value: scope, label: t(`scope.${scope}`) }))}
              values={scopes}
              onValuesChange={(values) => setScopes(SCOPES.filter((scope) => values.includes(scope)))}
            />
          </Field>
          <Field label={t('life')} help={t('lifeHelp')}>
            <Select
              options={LIVES.map((value) => ({
                value,
                label: t(value === 'never' ? 'lifeNever' : 'lifeDays', { days: value }),
              }))}
              value={life}
              onValueChange={setLife}
            />
          </Field>
        </>
      )}
    </FormDialog>
  );
}
