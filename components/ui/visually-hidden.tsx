import type { ComponentProps } from 'react';

/** Words for screen readers only, where sighted readers have the picture. */
export function VisuallyHidden(props: ComponentProps<'span'>) {
  return <span className="sr-only" {...props} />;
}
