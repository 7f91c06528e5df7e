'use client';

import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { SavedView } from '#contracts/saved-view.ts';
import { useRefusalWords } from '../api/use-refusal-words.ts';
import { Button } from '../ui/button.tsx';
import { Callout } from '../ui/callout.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';
import { RadioGroup } from '../ui/radio-group.tsx';
import { toast } from '../ui/toast.ts';
import type { ViewActions } from './inbox-actions.ts';
import type { InboxSearch } from './inbox-query.ts';
import { recount, viewsQuery } from './queries.ts';

export type ViewDialogProps = {
  /** What is to be kept; or a view to rename. */
  subject: { search: InboxSearch } | { view: SavedView };
  groups: readonly string[];
  actions: ViewActions;
  onClose: () => void;
  onSaved?: (view: SavedView) => void;
};

const ME = '';

/** Asks for the name of a view, and whose it is when it is new. */
export function ViewDialog({ subject, groups, actions, onClose, onSaved }: ViewDialogProps) {
  const t = useTranslations('inbox.save');
  const words = useRefusalWords();
  const store = useQueryClient();
  const before = 'view' in subject ? subject.view : null;
  const [name, setName] = useState(before?.name ?? '');
  const [owner, setOwner] = useState(ME);
  const [error, setError] = useState<string>();
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const formId = useId();

  async function submit(event: FormEvent) {
    event.preventDefault();
    event.stopPropagation();
    const given = name.trim();
    setFailure(undefined);
    setError(given === '' ? t('nameMissing') : undefined);
    if (given === '' || busy) return;
    setBusy(true);
    const call =
      'view' in subject
        ? actions.replace({ viewId: subject.view.id, name: given, query: subject.view.query })
        : actions.create({ name: given, query: subject.search, ...(owner !== ME && { userGroup: owner }) });
    const answer = await call.catch(() => null);
    setBusy(false);
    if (!answer) return setFailure(t('failed'));
    if (!answer.ok) {
      const isTaken = answer.refusal.code === 'ALREADY_EXISTS';
      return isTaken ? setError(t('taken')) : setFailure(words(answer.refusal));
    }
    const { value } = answer;
    store.setQueryData(viewsQuery.queryKey, (known = []) =>
      byName([...known.filter(({ id }) => id !== value.id), value]),
    );
    void recount(store);
    toast.success(t(before ? 'renamed' : 'saved'));
    onClose();
    onSaved?.(value);
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="sm"
      title={t(before ? 'renameTitle' : 'title')}
      {...(before ? {} : { description: t('text') })}
      footer={
        <>
          <Button onClick={onClose}>{t('dismiss')}</Button>
          <Button type="submit" form={formId} variant="primary" loading={busy}>
            {t(before ? 'renameConfirm' : 'confirm')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="grid gap-4">
        {failure ? (
          <Callout tone="danger" live>
            {failure}
          </Callout>
        ) : null}
        <Field label={t('name')} required error={error}>
          <Input value={name} maxLength={100} onChange={(event) => setName(event.target.value)} />
        </Field>
        {before || groups.length === 0 ? null : (
          <Field label={t('for')} layout="group">
            <RadioGroup
              value={owner}
              onValueChange={setOwner}
              options={[
                { value: ME, label: t('me') },
                ...groups.map((group) => ({ value: group, label: t('group', { name: group }) })),
              ]}
            />
          </Field>
        )}
      </form>
    </Dialog>
  );
}

const byName = (views: SavedView[]): SavedView[] => views.sort((a, b) => (a.name < b.name ? -1 : 1));
