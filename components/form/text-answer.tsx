'use client';

import type { UseFormGetValues, UseFormRegister } from 'react-hook-form';
import { textIn } from '#contracts/local-text.ts';
import type { UserTaskField } from '#contracts/user-task-def.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { Input } from '../ui/input.tsx';
import { Textarea } from '../ui/textarea.tsx';
import type { Answers } from './answers.ts';

export type TextAnswerProps = {
  field: UserTaskField;
  how: 'line' | 'lines' | 'date' | 'json';
  register: UseFormRegister<Answers>;
  getValues: UseFormGetValues<Answers>;
  isFixed: boolean;
};

/** A text, which the browser itself keeps while it is typed. */
export function TextAnswer({ field, how, register, getValues, isFixed }: TextAnswerProps) {
  const language = useLanguage();
  const typed = {
    readOnly: isFixed,
    // For the page before it has come alive.
    defaultValue: getValues(field.name) ?? '',
    ...(field.placeholder !== undefined && { placeholder: textIn(field.placeholder, language) }),
    ...register(field.name),
  };
  switch (how) {
    case 'lines':
      return <Textarea rows={field.widget === 'multiline' ? 3 : 1} className="min-h-9 touch:min-h-11" {...typed} />;
    case 'json':
      return (
        <Textarea
          rows={4}
          spellCheck={false}
          autoCapitalize="none"
          autoComplete="off"
          className="font-mono text-sm"
          {...typed}
        />
      );
    case 'date':
      return <Input type="date" className="max-w-56 tabular-nums" {...typed} />;
    case 'line':
      return <Input {...lineOf(field.widget)} {...typed} />;
  }
}

/** The keyboard that a phone shows, and what a browser offers to fill in. */
function lineOf(widget: UserTaskField['widget']) {
  switch (widget) {
    case 'email':
      return { type: 'email', inputMode: 'email', autoComplete: 'email', spellCheck: false } as const;
    case 'uri':
      return { type: 'url', inputMode: 'url', autoComplete: 'url', spellCheck: false } as const;
    default:
      return { type: 'text', autoComplete: 'off' } as const;
  }
}
