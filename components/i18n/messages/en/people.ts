/** Names of people and groups, and how one of them is picked: on everybody's pages. */
export const people = {
  you: 'You',
  nobody: 'Nobody',
  picker: {
    person: 'Choose a person…',
    searchPerson: 'Name or user name',
    noPerson: 'Nobody by that name.',
    group: 'Choose a group…',
    searchGroup: 'Name of the group',
    noGroup: 'No group by that name.',
    members: '{count, plural, =0 {No members} one {# member} other {# members}}',
    failed: 'The directory does not answer. Please try again.',
  },
} as const;
