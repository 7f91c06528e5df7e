// Arrays as PostgreSQL reads them, for parameters that carry a column each: cheaper on both sides than JSON or a parameter per value.

export type Scalar = string | number | boolean | null;

/** The array literal of these values, of any element type. */
export function arrayLiteral(values: readonly Scalar[]): string {
  let text = '{';
  for (let index = 0; index < values.length; index++) {
    if (index > 0) text += ',';
    const value = values[index] ?? null;
    text += typeof value === 'string' ? quoted(value) : value === null ? 'NULL' : String(value);
  }
  return `${text}}`;
}

const SPECIAL = /["\\]/;

function quoted(text: string): string {
  return SPECIAL.test(text) ? `"${text.replace(/["\\]/g, String.raw`\$&`)}"` : `"${text}"`;
}
