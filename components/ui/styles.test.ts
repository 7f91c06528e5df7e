import { describe, expect, test } from 'vitest';
import { cn, tv } from './styles.ts';

test('classes are joined without what is false, absent or empty, lists within lists too', () => {
  expect(cn('flex', false, ['gap-2', undefined, ['px-3', '']], null, 'text-ink')).toBe('flex gap-2 px-3 text-ink');
  expect(cn(false, '')).toBe('');
});

describe('of one element', () => {
  const styles = tv({
    base: ['flex', 'rounded-md'],
    variants: {
      tone: { plain: 'text-ink', danger: 'text-danger-ink' },
      wide: { true: 'w-full', false: 'w-fit' },
      square: { true: 'px-0' },
      size: { sm: 'h-7', md: 'h-8' },
    },
    compoundVariants: [{ square: true, size: 'sm', class: 'w-7' }, { class: 'touch:h-11' }],
    defaultVariants: { tone: 'plain', size: 'md' },
  });

  test('what is not chosen is as by default', () => {
    expect(styles()).toBe('flex rounded-md text-ink w-fit h-8 touch:h-11');
    expect(styles({ tone: undefined, wide: true })).toBe('flex rounded-md text-ink w-full h-8 touch:h-11');
  });

  test('values that come together add their own', () => {
    expect(styles({ square: true, size: 'sm' })).toBe('flex rounded-md text-ink w-fit px-0 h-7 w-7 touch:h-11');
    expect(styles({ square: true })).not.toContain('w-7');
  });

  test('the classes of whoever uses it come last', () => {
    expect(styles({ tone: 'danger', className: 'mt-2' })).toMatch(/text-danger-ink .* mt-2$/);
  });
});

test('of several elements each has its own part of every variant', () => {
  const styles = tv({
    slots: { box: 'border', mark: 'size-4' },
    variants: {
      tone: { info: { box: 'border-info-line', mark: 'text-info-ink' }, neutral: { box: 'border-line' } },
      bare: { true: { box: 'border-0' } },
    },
    defaultVariants: { tone: 'neutral' },
  });
  const { box, mark } = styles({ tone: 'info', bare: true });
  expect(box()).toBe('border border-info-line border-0');
  expect(box({ className: 'p-2' })).toBe('border border-info-line border-0 p-2');
  expect(mark()).toBe('size-4 text-info-ink');
  expect(styles().box()).toBe('border border-line');
});
