'use client';

import { memo, type RefObject, useState } from 'react';
import { useTranslations } from 'use-intl';
import { fieldErrorsOf } from '#contracts/problem.ts';
import type { UserTaskDefBody } from '#contracts/user-task-def.ts';
import { userTaskDefBody } from '#contracts/user-task-def-shape.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Field } from '../ui/field.tsx';
import { Textarea } from '../ui/textarea.tsx';

/** What was typed over a form, and is none. */
export type UnreadJson = { text: string; over: UserTaskDefBody };
export type JsonPaneProps = {
  body: UserTaskDefBody;
  unread: RefObject<UnreadJson | null>;
  onChange: (body: UserTaskDefBody) => void;
};

/** The form as JSON, to copy and to paste; what is a form takes effect at once. */
export const JsonPane = memo(function JsonPane({ body, unread, onChange }: JsonPaneProps) {
  const t = useTranslations('builder.json');
  const [typed, setTyped] = useState(() => (unread.current?.over === body ? unread.current.text : null));
  const text = JSON.stringify(body, null, 2);
  const read = typed === null ? null : readBody(typed);

  function type(next: string) {
    setTyped(next);
    const { body: given } = readBody(next);
    unread.current = given ? null : { text: next, over: body };
    if (given) onChange(given);
  }

  const faultText = (path: string | null) =>
    path === null ? t('noJson') : path === '' ? t('noFormAtAll') : t('noForm', { path });

  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3">
      <div className="flex items-center justify-between gap-3">
        <p className="text-muted text-sm">{t('help')}</p>
        <CopyButton value={text} label={t('copy')} />
      </div>
      <Field
        label={t('label')}
        error={read?.body === null ? faultText(read.faultAt) : undefined}
        className="min-h-0 flex-1 grid-rows-[auto_minmax(16rem,1fr)_auto]"
      >
        <Textarea
          spellCheck={false}
          className="h-full resize-none font-mono text-xs"
          value={typed ?? text}
          onChange={(event) => type(event.target.value)}
          onBlur={() => {
            if (read?.body) setTyped(null);
          }}
        />
      </Field>
    </div>
  );
});

/** The body that a text is; else where it is none first, or null when it is no JSON. */
function readBody(text: string): { body: UserTaskDefBody } | { body: null; faultAt: string | null } {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return { body: null, faultAt: null };
  }
  const parsed = userTaskDefBody.safeParse(given);
  if (parsed.success) return { body: parsed.data };
  const [first] = fieldErrorsOf(parsed.error);
  return { body: null, faultAt: first?.path ?? '' };
}
