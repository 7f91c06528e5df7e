'use client';

import { memo, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { isKeptName } from '#contracts/kept-names.ts';
import { textIn } from '#contracts/local-text.ts';
import type { UserTaskDefBody } from '#contracts/user-task-def.ts';
import { FormPreview } from '../definitions/form-preview.tsx';
import { InLanguage } from '../definitions/in-language.tsx';
import { useLanguage } from '../i18n/use-language.ts';

export type PreviewProps = { body: UserTaskDefBody; name: string };

/** The form as people will get it, in each language of theirs; drawn anew when the form is another, not with each letter. */
export const Preview = memo(function Preview(props: PreviewProps) {
  return (
    <InLanguage className="mx-auto w-full max-w-170">
      <Sheet {...props} />
    </InLanguage>
  );
});

function Sheet({ body, name }: PreviewProps) {
  const t = useTranslations('builder.preview');
  const language = useLanguage();
  // With such a key it is no form yet, which is said where the key is typed.
  const shown = useMemo(() => ({ fields: body.fields.filter(({ name }) => !isKeptName(name)) }), [body]);
  return (
    <div className="grid gap-5 rounded-lg border border-line bg-surface p-4">
      <div>
        <p className="font-semibold text-xl">
          {body.displayName ? textIn(body.displayName, language) : name || t('untitled')}
        </p>
        {body.description ? <p className="mt-1 text-muted">{textIn(body.description, language)}</p> : null}
      </div>
      <FormPreview def={shown} />
    </div>
  );
}
