'use client';

import { useTranslations } from 'use-intl';
import type { JsonValue } from '#contracts/json.ts';
import type { UserTaskField } from '#contracts/user-task-def.ts';
import { Input } from '../ui/input.tsx';
import { useTypedText } from './use-typed-text.ts';

export type ListInputProps = {
  label: string;
  type: UserTaskField['type'];
  value: JsonValue | undefined;
  isWrong: boolean;
  onChange: (value: JsonValue | undefined) => void;
};

/** Several values, parted by commas, as the field's type reads them. */
export function ListInput({ label, type, value, isWrong, onChange }: ListInputProps) {
  const t = useTranslations('builder.condition');
  const { text, type: take } = useTypedText(value, listText, (typed) => listOf(type, typed), onChange);
  return (
    <Input
      aria-label={label}
      aria-invalid={isWrong}
      placeholder={t('valuesHint')}
      className="h-8 text-sm"
      value={text}
      onChange={(event) => take(event.target.value)}
    />
  );
}

const listText = (value: JsonValue | undefined): string =>
  (value === undefined ? [] : [value])
    .flat()
    .map((one) => (typeof one === 'string' ? one : JSON.stringify(one)))
    .join(', ');

function listOf(type: UserTaskField['type'], text: string): JsonValue | undefined {
  if (text.trim() === '') return undefined;
  return text.split(',').map((part): JsonValue => {
    const word = part.trim();
    if ((type === 'INT' || type === 'DOUBLE') && word !== '' && Number.isFinite(Number(word))) return Number(word);
    if (type === 'BOOL' && (word === 'true' || word === 'false')) return word === 'true';
    return word;
  });
}
