/** The words of the primitives under components/ui. */
export const ui = {
  close: 'Close',
  skipToContent: 'Skip to the content',
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
