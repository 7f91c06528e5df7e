'use client';

import { useState } from 'react';
import { sameAnswer } from '#contracts/form/answer-text.ts';
import type { JsonValue } from '#contracts/json.ts';

/**
 * The text of a value while it is typed: "1." stays as it is although it says 1, until the value is changed from elsewhere.
 */
export function useTypedText(
  value: JsonValue | undefined,
  encode: (value: JsonValue | undefined) => string,
  decode: (text: string) => JsonValue | undefined,
  onChange: (value: JsonValue | undefined) => void,
): { text: string; type: (text: string) => void } {
  const [typed, setTyped] = useState<string | null>(null);
  const isCurrent = typed !== null && sameAnswer(decode(typed), value);
  return {
    text: isCurrent ? typed : encode(value),
    type: (text) => {
      setTyped(text);
      onChange(decode(text));
    },
  };
}
