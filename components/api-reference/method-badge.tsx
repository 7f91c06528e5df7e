import { Badge } from '../ui/badge.tsx';
import type { Tone } from '../ui/tone.ts';

const tones: Record<string, Tone> = { GET: 'info', POST: 'success', PUT: 'warning', DELETE: 'danger' };

export function MethodBadge({ method }: { method: string }) {
  return (
    <Badge mono tone={tones[method] ?? 'neutral'}>
      {method}
    </Badge>
  );
}
