// Classes of elements: joined, and chosen by variants. Nothing is resolved while the page runs: of two classes for the same property the
// style sheet decides, not the order in which they are written. What a primitive sets by default and its users may replace is therefore
// written with `base:` (app/globals.css), which yields to any other class.

export type ClassValue = string | false | null | undefined | readonly ClassValue[];

/** Classes, joined; what is false or absent counts for nothing. */
export function cn(...classes: ClassValue[]): string {
  let all = '';
  for (const one of classes) {
    const text = Array.isArray(one) ? cn(...one) : one;
    if (text) all += all === '' ? text : ` ${text}`;
  }
  return all;
}

type Parts<Part extends string> = { readonly [Name in Part]?: ClassValue };
/** By the name of a variant, the classes for each of its values. */
type Variants<Look> = { readonly [variant: string]: { readonly [value: string]: Look } };
type Value<Key> = Key extends 'true' | 'false' ? boolean : Key;
type Chosen<All> = { readonly [Name in keyof All]?: Value<keyof All[Name]> | undefined };
type Compound<All, Look> = Chosen<All> & { readonly class: Look };

type Config<All, Look> = {
  variants?: All & Variants<Look>;
  /** Classes for values that come together. */
  compoundVariants?: readonly Compound<All, Look>[];
  defaultVariants?: Chosen<All>;
};

type Styles<All> = (chosen?: Chosen<All> & { className?: ClassValue }) => string;
type SlotStyles<Part extends string, All> = (
  chosen?: Chosen<All>,
) => Record<Part, (own?: { className?: ClassValue }) => string>;

/** The variants that a `tv` takes. */
export type VariantProps<Of> = Of extends Styles<infer All> ? Chosen<All> : never;

// biome-ignore lint/complexity/noBannedTypes: no variants
type None = {};

/** Classes that follow from variants, of one element or, with `slots`, of several that belong together. */
export function tv<const Part extends string, const All = None>(
  config: { slots: Record<Part, ClassValue> } & Config<All, Parts<Part>>,
): SlotStyles<Part, All>;
export function tv<const All = None>(config: { base?: ClassValue } & Config<All, ClassValue>): Styles<All>;
export function tv(config: {
  base?: ClassValue;
  slots?: Record<string, ClassValue>;
  variants?: Variants<unknown>;
  compoundVariants?: readonly Record<string, unknown>[];
  defaultVariants?: Record<string, unknown>;
}): unknown {
  const { base, slots, variants = {}, compoundVariants = [], defaultVariants = {} } = config;
  const looksFor = (chosen: Record<string, unknown>): unknown[] => {
    const chosenOf = (name: string) => chosen[name] ?? defaultVariants[name] ?? false;
    return [
      ...Object.entries(variants).map(([name, looks]) => looks[String(chosenOf(name))]),
      ...compoundVariants
        .filter(({ class: _, ...when }) => Object.entries(when).every(([name, value]) => chosenOf(name) === value))
        .map((compound) => compound.class),
    ];
  };
  if (!slots) {
    return ({ className, ...chosen }: Record<string, unknown> = {}) =>
      cn(base, looksFor(chosen) as ClassValue[], className as ClassValue);
  }
  return (chosen: Record<string, unknown> = {}) => {
    const looks = looksFor(chosen) as (Parts<string> | undefined)[];
    return Object.fromEntries(
      Object.entries(slots).map(([part, own]) => [
        part,
        ({ className }: { className?: ClassValue } = {}) =>
          cn(
            own,
            looks.map((look) => look?.[part]),
            className,
          ),
      ]),
    );
  };
}
