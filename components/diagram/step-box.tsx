'use client';

import { MapPin } from 'lucide';
import { useTranslations } from 'use-intl';
import type { DiagramNode } from '#contracts/diagram.ts';
import { Icon } from '../ui/icon.tsx';
import { tv } from '../ui/styles.ts';
import type { Tone } from '../ui/tone.ts';
import { NODE_ICONS } from './node-icon.tsx';
import type { StepState } from './picture.ts';
import { RUN_STATUS_LOOKS } from './run-status.tsx';

const styles = tv({
  slots: {
    box: 'relative flex size-full items-center gap-2 base:rounded-md border base:bg-surface base:px-2 text-left text-ink shadow-xs transition-colors hover:bg-hover focus-visible:outline-offset-3',
    mark: 'flex base:size-7 shrink-0 items-center justify-center base:rounded-sm bg-sunken text-muted base:[&_svg]:size-4',
    state:
      'absolute base:-top-2.5 right-1.5 inline-flex h-5 items-center gap-1 rounded-full border base:bg-surface px-1.5 font-medium text-2xs [&_svg]:size-3',
  },
  variants: {
    isMark: { true: { box: 'rounded-full px-1.5', mark: 'size-6 rounded-full [&_svg]:size-3.5', state: '-top-4' } },
    tone: {
      none: { box: 'border-line-strong' },
      neutral: { box: 'border-control', state: 'border-control text-muted' },
      accent: { box: 'border-accent', state: 'border-accent-line text-accent-ink' },
      info: { box: 'border-info ring-1 ring-info', state: 'border-info-line bg-info-soft text-info-ink' },
      success: { box: 'border-success-line', state: 'border-success-line text-success-ink' },
      warning: {
        box: 'border-warning ring-1 ring-warning',
        state: 'border-warning-line bg-warning-soft text-warning-ink',
      },
      danger: { box: 'border-danger ring-1 ring-danger', state: 'border-danger-line bg-danger-soft text-danger-ink' },
    } satisfies Record<Tone | 'none', object>,
    isSelected: { true: { box: 'bg-accent-soft outline-2 outline-accent' } },
  },
});

export type StepBoxProps = {
  node: DiagramNode;
  /** How it stands in a run; absent where the picture is of a WfSpec alone, or nobody has been there. */
  state?: StepState | undefined;
  isSelected: boolean;
  onSelect: () => void;
  onFocus: () => void;
};

/** A node of a picture: what kind, its name, what it is about, and in a run how it stands and who stands there. */
export function StepBox({ node, state, isSelected, onSelect, onFocus }: StepBoxProps) {
  const t = useTranslations('runs');
  const { label, about, type } = node;
  const isMark = type === 'ENTRYPOINT' || type === 'EXIT' || type === 'NOP';
  const look = state && RUN_STATUS_LOOKS[state.status];
  const { box, mark, state: stateClass } = styles({ isMark, tone: look?.tone ?? 'none', isSelected });
  const kind = t(`nodeType.${type}`);
  return (
    <button
      type="button"
      aria-pressed={isSelected}
      title={node.name}
      onClick={onSelect}
      onFocus={onFocus}
      className={box()}
    >
      <span aria-hidden className={mark()}>
        <Icon of={NODE_ICONS[type]} />
      </span>
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium text-sm leading-tight">{label}</span>
        {isMark ? <span className="sr-only">, {kind}</span> : null}
        {isMark ? null : (
          <span className="block truncate text-2xs text-muted">
            {kind}
            {about && about !== label ? `: ${about}` : ''}
          </span>
        )}
      </span>
      {state && look ? (
        <span className={stateClass()}>
          <Icon of={look.icon} aria-hidden />
          {t(`status.${state.status}`)}
          {state.arrivals > 1 ? <span className="tabular-nums">×{state.arrivals}</span> : null}
        </span>
      ) : null}
      {state && state.threads.length > 0 ? (
        <span className="absolute -bottom-2.5 left-1.5 inline-flex h-5 items-center gap-0.5 rounded-full border border-line-strong bg-raised px-1.5 font-medium text-2xs text-ink [&_svg]:size-3">
          <Icon of={MapPin} />
          {t('diagram.threadsHere', { count: state.threads.length, numbers: state.threads.slice(0, 3).join(', ') })}
        </span>
      ) : null}
    </button>
  );
}
