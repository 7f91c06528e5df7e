// Charts as files: what is on the page, without what it needs the page for.
import { wrapWords } from './wrap-words.ts';

const MARGIN = 20;
const SCALE = 2;
const NAMESPACE = 'http://www.w3.org/2000/svg';
const FONT = 'ui-sans-serif, system-ui, sans-serif';

const TITLE = { size: 15, weight: 600, leading: 20 };
const SUBTITLE = { size: 12, weight: 400, leading: 16 };

type Letters = typeof TITLE;
type Legend = { label: string; swatch: SVGElement | null };
export type Picture = { title: string; subtitle: string; plot: SVGSVGElement; legend: readonly Legend[] };

/** Hands a file to the reader. */
export function download(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** The chart with its title and legend, in colours of its own instead of the page's variables. */
export function pictureSvg({ title, subtitle, plot, legend }: Picture): {
  text: string;
  width: number;
  height: number;
} {
  const { width: plotWidth, height: plotHeight } = plot.getBoundingClientRect();
  const page = getComputedStyle(document.documentElement);
  const colour = (name: string) => page.getPropertyValue(`--color-${name}`).trim();
  const width = Math.ceil(plotWidth) + 2 * MARGIN;
  const titleLines = linesOf(title, TITLE, width - 2 * MARGIN);
  const subtitleLines = linesOf(subtitle, SUBTITLE, width - 2 * MARGIN);
  const subtitleTop = MARGIN + titleLines.length * TITLE.leading;
  const top = subtitleTop + subtitleLines.length * SUBTITLE.leading + 10;
  const height = Math.ceil(plotHeight) + top + MARGIN + 24;

  const svg = element('svg', {
    xmlns: NAMESPACE,
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    'font-family': FONT,
  });
  svg.append(element('rect', { width, height, fill: colour('surface') }));
  const written = (lines: readonly string[], { size, weight, leading }: Letters, y: number, fill: string) =>
    lines.map((line, index) =>
      text(line, { x: MARGIN, y: y + index * leading, 'font-size': size, 'font-weight': weight, fill }),
    );
  svg.append(...written(titleLines, TITLE, MARGIN + 14, colour('ink')));
  svg.append(...written(subtitleLines, SUBTITLE, subtitleTop + 13, colour('muted')));
  const drawn = withOwnColours(plot, page);
  for (const [name, value] of Object.entries({ x: MARGIN, y: top, width: plotWidth, height: plotHeight })) {
    drawn.setAttribute(name, String(value));
  }
  svg.append(drawn);

  let x = MARGIN;
  for (const { label, swatch } of legend) {
    const place = element('g', { transform: `translate(${x} ${height - MARGIN - 10})` });
    if (swatch) place.append(withOwnColours(swatch, page));
    place.append(text(label, { x: 18, y: 10, 'font-size': 12, fill: colour('ink') }));
    svg.append(place);
    x += 40 + label.length * 6.6;
  }
  return { text: new XMLSerializer().serializeToString(svg), width, height };
}

/** The same as pixels, twice as fine as on a plain screen. */
export async function picturePng(picture: Picture): Promise<Blob> {
  const { text: source, width, height } = pictureSvg(picture);
  const url = URL.createObjectURL(new Blob([source], { type: 'image/svg+xml' }));
  try {
    const image = new Image(width, height);
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * SCALE;
    canvas.height = height * SCALE;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('This browser cannot draw.');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (!blob) throw new Error('The picture could not be made.');
    return blob;
  } finally {
    URL.revokeObjectURL(url);
  }
}

function linesOf(content: string, { size, weight }: Letters, width: number): string[] {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return [content];
  context.font = `${weight} ${size}px ${FONT}`;
  return wrapWords(content, width, (line) => context.measureText(line).width);
}

/** A copy that does not need the page: variables are replaced by what they stand for. */
function withOwnColours<Drawn extends SVGElement>(drawn: Drawn, page: CSSStyleDeclaration): Drawn {
  const copy = drawn.cloneNode(true) as Drawn;
  // Where the pointer happened to be is not part of the picture.
  for (const mark of copy.querySelectorAll('.recharts-tooltip-cursor')) mark.remove();
  for (const one of [copy, ...copy.querySelectorAll('*')]) {
    for (const name of ['class', 'style', 'tabindex', 'role']) one.removeAttribute(name);
    for (const { name, value } of [...one.attributes]) {
      if (!value.includes('var(')) continue;
      one.setAttribute(
        name,
        value.replace(/var\((--[\w-]+)\)/g, (_, variable: string) => page.getPropertyValue(variable).trim()),
      );
    }
  }
  return copy;
}

function element(name: string, attributes: Record<string, string | number>): SVGElement {
  const made = document.createElementNS(NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

function text(content: string, attributes: Record<string, string | number>): SVGElement {
  const made = element('text', attributes);
  made.textContent = content;
  return made;
}
