import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import { tv } from './styles.ts';
import type { Tone } from './tone.ts';

const styles = tv({
  slots: {
    box: 'flex gap-2.5 rounded-lg border px-3.5 py-2.5 text-base text-ink',
    mark: 'mt-[3px] shrink-0 [&_svg]:size-4',
  },
  variants: {
    tone: {
      neutral: { box: 'border-line bg-sunken', mark: 'text-muted' },
      accent: { box: 'border-accent-line bg-accent-soft', mark: 'text-accent-ink' },
      info: { box: 'border-info-line bg-info-soft', mark: 'text-info-ink' },
      success: { box: 'border-success-line bg-success-soft', mark: 'text-success-ink' },
      warning: { box: 'border-warning-line bg-warning-soft', mark: 'text-warning-ink' },
      danger: { box: 'border-danger-line bg-danger-soft', mark: 'text-danger-ink' },
    } satisfies Record<Tone, { box: string; mark: string }>,
  },
  defaultVariants: { tone: 'neutral' },
});

const icons: Record<Tone, ReactNode> = {
  neutral: <Icon of={Info} />,
  accent: <Icon of={Info} />,
  info: <Icon of={Info} />,
  success: <Icon of={CircleCheck} />,
  warning: <Icon of={TriangleAlert} />,
  danger: <Icon of={CircleAlert} />,
};

export type CalloutProps = {
  tone?: Tone;
  title?: ReactNode;
  icon?: ReactNode;
  actions?: ReactNode;
  /** It appears after the page did, so screen readers should hear of it. */
  live?: boolean;
  className?: string;
  children?: ReactNode;
};

/** Something the reader should know before going on, in the place where it matters. */
export function Callout({ tone = 'neutral', title, icon, actions, live = false, className, children }: CalloutProps) {
  const { box, mark } = styles({ tone });
  return (
    <div className={box({ className })} {...(live ? { role: tone === 'danger' ? 'alert' : 'status' } : {})}>
      <span aria-hidden className={mark()}>
        {icon ?? icons[tone]}
      </span>
      <div className="min-w-0 flex-1">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children}
        {actions ? <div className="mt-2 flex flex-wrap gap-2">{actions}</div> : null}
      </div>
    </div>
  );
}
