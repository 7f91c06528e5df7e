// Between a number as a reader writes it and the plain one that the form holds: "1.234,5" in German is 1234.5.

type Separators = { decimal: string; group: string };

const known = new Map<string, Separators>();

function separatorsOf(locale: string): Separators {
  const found = known.get(locale);
  if (found) return found;
  const parts = new Intl.NumberFormat(locale).formatToParts(1_234_567.5);
  const get = (type: Intl.NumberFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? '';
  const made = { decimal: get('decimal') || '.', group: get('group') };
  known.set(locale, made);
  return made;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The plain number of what was typed or pasted; what is no number in the locale stays as it is, so that the check names it. */
export function toPlainNumber(typed: string, locale: string): string {
  const text = typed.trim().replaceAll('−', '-');
  const amount = withoutCurrency(text);
  const plain = plainOf(amount, locale);
  return amount === text || isPlain.test(plain) ? plain : text;
}

const isPlain = /^[+-]?(\d+\.?\d*|\.\d+)$/;

/** The amount beside one currency sign, which stands before or after it; the field's label says which currency is meant. */
const withoutCurrency = (text: string) => text.replace(/^([+-]?)\s*\p{Sc}\s*|\s*\p{Sc}$/u, '$1');

function plainOf(text: string, locale: string): string {
  const { decimal, group } = separatorsOf(locale);
  // Spaces and apostrophes separate groups in one locale or another, and mean nothing else in any.
  const narrow = text.replace(/(?<=\d)[\s'’](?=\d{3})/g, '');
  const grouped = new RegExp(`^[+-]?\\d{1,3}(${escaped(group)}\\d{3})+(${escaped(decimal)}\\d*)?$`);
  const plain = group !== '' && grouped.test(narrow) ? narrow.replaceAll(group, '') : narrow;
  const local = new RegExp(`^[+-]?\\d*${escaped(decimal)}\\d*$`);
  return local.test(plain) ? plain.replace(decimal, '.') : plain;
}

/** A plain number as the reader writes it, without groups, to go on typing; any other text stays as it is. */
export function toLocalNumber(plain: string, locale: string): string {
  return /^[+-]?\d*\.\d*$/.test(plain) ? plain.replace('.', separatorsOf(locale).decimal) : plain;
}
