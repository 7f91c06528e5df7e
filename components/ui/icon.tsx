import type { IconNode } from 'lucide';
import { createElement, type SVGProps } from 'react';

export type { IconNode };

export type IconProps = Omit<SVGProps<SVGSVGElement>, 'children' | 'ref'> & { of: IconNode };

/** An icon of the set, in the colour of the text around it: decoration beside words, or with `aria-label` a picture of its own. */
export function Icon({ of, ...rest }: IconProps) {
  const attributes: SVGProps<SVGSVGElement> = {
    width: 24,
    height: 24,
    viewBox: '0 0 24 24',
    fill: 'none',
    stroke: 'currentColor',
    strokeWidth: 2,
    strokeLinecap: 'round',
    strokeLinejoin: 'round',
    ...(rest['aria-label'] === undefined ? { 'aria-hidden': true } : { role: 'img' }),
    ...rest,
  };
  return createElement('svg', attributes, ...of.map(([tag, shape]) => createElement(tag, shape)));
}
