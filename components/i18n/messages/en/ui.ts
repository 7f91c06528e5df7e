/** The words of the primitives under components/ui. */
export const ui = {
  close: 'Close',
  skipToContent: 'Skip to the content',
  diagram: {
    place: 'The workflow: now at {step}. {done, plural, =0 {No step} one {One step} other {# steps}} before it done.',
  },
} as const;
