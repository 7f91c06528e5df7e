import type { DiagramPoint } from '#contracts/diagram.ts';

const CORNER = 7;

/** A way of straight pieces as the `d` of an SVG path, its corners rounded. */
export function edgePath(points: readonly DiagramPoint[], corner = CORNER): string {
  const [first, ...rest] = points;
  if (!first) return '';
  const parts = [`M${first.x} ${first.y}`];
  for (const [index, point] of rest.entries()) {
    const before = points[index];
    const after = rest[index + 1];
    if (!before || !after) {
      parts.push(`L${point.x} ${point.y}`);
      continue;
    }
    const radius = Math.min(corner, distance(before, point) / 2, distance(point, after) / 2);
    const from = towards(point, before, radius);
    const to = towards(point, after, radius);
    parts.push(`L${from.x} ${from.y}Q${point.x} ${point.y} ${to.x} ${to.y}`);
  }
  return parts.join('');
}

const distance = (a: DiagramPoint, b: DiagramPoint): number => Math.hypot(a.x - b.x, a.y - b.y);

function towards(from: DiagramPoint, to: DiagramPoint, length: number): DiagramPoint {
  const whole = distance(from, to);
  if (whole === 0) return from;
  const share = length / whole;
  return { x: round(from.x + (to.x - from.x) * share), y: round(from.y + (to.y - from.y) * share) };
}

const round = (value: number): number => Math.round(value * 10) / 10;
