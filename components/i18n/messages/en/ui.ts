/** The words of the primitives under components/ui. */
export const ui = {
  close: 'Close',
  skipToContent: 'Skip to the content',
} as const;
