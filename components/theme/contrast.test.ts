import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Tokens = Map<string, string>;
type Rgb = [number, number, number];

const css = readFileSync(new URL('../../app/globals.css', import.meta.url), 'utf8');

function readTokens(block: string): Tokens {
  return new Map([...block.matchAll(/--color-([\w-]+): (oklch\([^;]+\));/g)].map((m) => [m[1] ?? '', m[2] ?? '']));
}

const themes = {
  light: readTokens(css.slice(css.indexOf('@theme {'), css.indexOf('@theme inline'))),
  dark: readTokens(css.slice(css.indexOf('.dark {'), css.indexOf('html {'))),
};

/** OKLCH to linear sRGB, clipped to the gamut as browsers do for display. */
function linearRgb(value: string): Rgb {
  const [L = 0, C = 0, H = 0] = (value.match(/[\d.]+/g) ?? []).map(Number);
  const a = C * Math.cos((H * Math.PI) / 180);
  const b = C * Math.sin((H * Math.PI) / 180);
  const l = (L + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (L - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (L - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (x: number) => Math.min(1, Math.max(0, x));
  return [
    clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

function contrast(one: string, other: string): number {
  const [hi = 0, lo = 0] = [one, other]
    .map(linearRgb)
    .map(([r, g, b]) => 0.2126 * r + 0.7152 * g + 0.0722 * b)
    .sort((x, y) => y - x);
  return (hi + 0.05) / (lo + 0.05);
}

const grounds = ['canvas', 'surface', 'raised', 'sunken', 'hover'];
const tones = ['accent', 'danger', 'warning', 'success', 'info'];

const textPairs = [
  ...grounds.flatMap((ground) => [
    ['ink', ground],
    ['muted', ground],
  ]),
  ...tones.flatMap((tone) => [...grounds, `${tone}-soft`].map((ground) => [`${tone}-ink`, ground])),
  ...tones.map((tone) => ['ink', `${tone}-soft`]),
  ...tones.map((tone) => ['muted', `${tone}-soft`]),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['on-danger', 'danger'],
  ['on-danger', 'danger-hover'],
];

const edgePairs = [
  ...['canvas', 'surface', 'raised'].flatMap((ground) => [
    ['control', ground],
    ['focus', ground],
  ]),
  ...['accent', 'danger', 'success', 'info'].map((tone) => [tone, 'surface']),
];

describe.each(Object.entries(themes))('%s theme', (_name, tokens) => {
  const token = (name = '') => {
    const value = tokens.get(name);
    if (value === undefined) throw new Error(`No token --color-${name}`);
    return value;
  };

  it.each(textPairs)('%s is readable on %s', (text, ground) => {
    expect(contrast(token(text), token(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(edgePairs)('%s can be told from %s', (edge, ground) => {
    expect(contrast(token(edge), token(ground))).toBeGreaterThanOrEqual(3);
  });

  it('keeps initials readable for every hue', () => {
    const numbers = css.slice(css.indexOf(_name === 'dark' ? '.dark {' : ':root {'));
    const avatar = (part: string) => numbers.match(new RegExp(`--avatar-${part}: ([\\d.]+);`))?.[1];
    for (let hue = 0; hue < 360; hue += 10) {
      const ground = `oklch(${avatar('lightness')} ${avatar('chroma')} ${hue})`;
      const ink = `oklch(${avatar('ink-lightness')} ${avatar('ink-chroma')} ${hue})`;
      expect(contrast(ground, ink)).toBeGreaterThanOrEqual(4.5);
    }
  });
});
