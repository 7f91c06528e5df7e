import type { ReactNode } from 'react';

export type ComboboxOption = {
  value: string;
  label: string;
  /** A second line, searched as well. */
  detail?: string | undefined;
  icon?: ReactNode;
  disabled?: boolean;
};

/** Case and accents aside: "Zürich" is found by "zur". */
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The options in which every word of a search occurs; those that begin with the search come first, else the order stays. */
export function matchOptions<Option extends ComboboxOption>(options: readonly Option[], search: string): Option[] {
  const sought = plain(search).trim();
  if (sought === '') return [...options];
  const words = sought.split(/\s+/);
  const found = options.filter(({ label, detail = '' }) => {
    const text = plain(`${label} ${detail}`);
    return words.every((word) => text.includes(word));
  });
  const begins = ({ label }: Option) => plain(label).startsWith(sought);
  return [...found.filter(begins), ...found.filter((option) => !begins(option))];
}
