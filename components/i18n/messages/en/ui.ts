/** The words of the primitives under components/ui. */
export const ui = {
  close: 'Close',
  skipToContent: 'Skip to the content',
  required: 'Required',
  faults: '{count, plural, one {One answer needs} other {# answers need}} attention',
  combobox: {
    choose: 'Choose…',
    search: 'Search…',
    searching: 'Searching…',
    nothing: 'Nothing fits',
    more: '{count, plural, one {# more} other {# more}}: type to narrow them down',
    chosen: 'chosen',
    clear: 'Clear the choice',
    count: '{count, number} chosen',
    remove: 'Remove {label}',
  },
} as const;
