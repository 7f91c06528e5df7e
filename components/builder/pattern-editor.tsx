'use client';

import { CircleCheck, CircleX } from 'lucide';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { matchesWhole, patternError } from '#contracts/form/pattern.ts';
import { Field } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { Input } from '../ui/input.tsx';
import type { DraftField } from './form-draft.ts';
import { LocalTextInput } from './local-text-input.tsx';

export type PatternEditorProps = {
  field: DraftField;
  onChange: (patch: Partial<DraftField>, what: string) => void;
  faultAt: (path: string) => string | undefined;
};

/** The pattern that an answer must match as a whole, its words, and a box to try it in. */
export function PatternEditor({ field, onChange, faultAt }: PatternEditorProps) {
  const t = useTranslations('builder.pattern');
  const [sample, setSample] = useState('');
  const { pattern, patternHint } = field;
  const isSound = pattern !== undefined && patternError(pattern) === null;
  const fits = isSound && sample !== '' ? matchesWhole(pattern, sample) : null;
  return (
    <>
      <Field label={t('pattern')} help={t('help')} error={faultAt('pattern')}>
        <Input
          className="font-mono text-sm"
          spellCheck={false}
          value={pattern ?? ''}
          onChange={(event) => onChange({ pattern: event.target.value || undefined }, 'pattern')}
        />
      </Field>
      {pattern === undefined ? null : (
        <>
          <Field label={t('try')}>
            <Input spellCheck={false} value={sample} onChange={(event) => setSample(event.target.value)} />
          </Field>
          <p role="status" className="-mt-2 flex items-center gap-1.5 text-sm">
            {fits === null ? null : fits ? (
              <>
                <Icon of={CircleCheck} className="size-4 text-success" />
                <span className="text-success-ink">{t('fits')}</span>
              </>
            ) : (
              <>
                <Icon of={CircleX} className="size-4 text-danger" />
                <span className="text-danger-ink">{t('fitsNot')}</span>
              </>
            )}
          </p>
        </>
      )}
      {pattern === undefined && patternHint === undefined ? null : (
        <LocalTextInput
          label={t('hint')}
          help={t('hintHelp')}
          value={patternHint}
          error={faultAt('patternHint')}
          onChange={(text) => onChange({ patternHint: text }, 'patternHint')}
        />
      )}
    </>
  );
}
