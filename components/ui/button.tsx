import type { ComponentProps, MouseEvent, ReactNode } from 'react';
import { Spinner } from './spinner.tsx';
import { tv, type VariantProps } from './styles.ts';

export const buttonStyles = tv({
  base: [
    'base:relative inline-flex shrink-0 select-none items-center justify-center whitespace-nowrap base:rounded-md border font-medium transition-colors',
    'disabled:pointer-events-none base:disabled:opacity-50 aria-disabled:cursor-default',
    '[&_svg]:shrink-0',
  ],
  variants: {
    variant: {
      primary: 'border-transparent bg-accent text-on-accent base:shadow-xs hover:bg-accent-hover',
      secondary: 'border-line-strong bg-raised text-ink base:shadow-xs hover:bg-hover data-[state=open]:bg-hover',
      ghost: 'border-transparent text-muted hover:bg-hover hover:text-ink data-[state=open]:bg-hover',
      chosen: 'border-accent-line bg-accent-soft text-accent-ink base:shadow-xs hover:bg-hover',
      danger: 'border-transparent bg-danger text-on-danger base:shadow-xs hover:bg-danger-hover',
      'danger-quiet':
        'border-line-strong bg-raised text-danger-ink base:shadow-xs hover:border-danger-line hover:bg-danger-soft',
    },
    size: {
      sm: 'h-7 gap-1.5 base:px-2.5 text-sm [&_svg]:size-3.5',
      md: 'h-8 gap-1.5 base:px-3 text-sm [&_svg]:size-4',
      lg: 'h-9 gap-2 base:px-4 text-base [&_svg]:size-4',
    },
    square: { true: 'px-0' },
    wide: { true: 'w-full' },
  },
  compoundVariants: [
    { square: true, size: 'sm', class: 'w-7' },
    { square: true, size: 'md', class: 'w-8' },
    { square: true, size: 'lg', class: 'w-9' },
    { square: true, class: 'touch:w-11' },
    { class: 'touch:h-11' },
  ],
  defaultVariants: { variant: 'secondary', size: 'md' },
});

export type ButtonLook = Pick<VariantProps<typeof buttonStyles>, 'variant' | 'size' | 'wide'>;

export type ButtonProps = ComponentProps<'button'> &
  ButtonLook & {
    icon?: ReactNode;
    loading?: boolean | undefined;
  };

const swallow = (event: MouseEvent) => event.preventDefault();

/** The one button; while `loading` it keeps its width and its focus, says that it is busy, and does nothing. */
export function Button({
  variant,
  size,
  wide,
  icon,
  loading,
  className,
  children,
  type = 'button',
  ...rest
}: ButtonProps) {
  const busy = loading ? { 'aria-busy': true, 'aria-disabled': true, onClick: swallow } : undefined;
  return (
    <button type={type} className={buttonStyles({ variant, size, wide, className })} {...rest} {...busy}>
      {loading ? <Spinner /> : icon}
      {children}
    </button>
  );
}
