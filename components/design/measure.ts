// What colours come to on this screen, as the browser mixes them.

type Rgb = [number, number, number];

/** The part of a context that is needed, so that a test can do without a canvas. */
export type Painter = { fill: (colour: string) => Rgb };

export function createPainter(): Painter | null {
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return null;
  return {
    fill: (colour) => {
      context.fillStyle = colour;
      context.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
      return [red, green, blue];
    },
  };
}

/** How far two colours stand apart, from 1 to 21 (WCAG 2). */
export function contrastOf(one: Rgb, other: Rgb): number {
  const [brighter = 0, darker = 0] = [one, other].map(luminanceOf).sort((a, b) => b - a);
  return (brighter + 0.05) / (darker + 0.05);
}

function luminanceOf(colour: Rgb): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export const hexOf = (colour: Rgb): string => `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
