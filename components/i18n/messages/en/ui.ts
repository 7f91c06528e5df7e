/** The words of the primitives under components/ui. */
export const ui = {
  close: 'Close',
  skipToContent: 'Skip to the content',
  diagram: {
    place: 'The workflow: now at {step}. {done, plural, =0 {No step} one {One step} other {# steps}} before it done.',
  },
  mainNavigation: 'Main',
  menu: 'Menu',
  openMenu: 'Open the menu',
  closeMenu: 'Close the menu',
  combobox: {
    choose: 'Choose…',
    search: 'Search…',
    searching: 'Searching…',
    nothing: 'Nothing fits',
    more: '{count, plural, one {# more} other {# more}}: type to narrow them down',
    chosen: 'chosen',
    clear: 'Clear the choice',
  },
} as const;
