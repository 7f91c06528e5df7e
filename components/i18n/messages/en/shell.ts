/** The words of the frame of every page: rail, account menu, problems. */
export const shell = {
  account: 'Account: {name}',
  signedInAs: 'Signed in as {userId}',
  noGroup: 'No group',
  apiReference: 'API reference',
  signOut: 'Sign out',
  language: 'Language',
  appearance: 'Appearance',
  theme: { light: 'Light', dark: 'Dark', system: 'As the system' },
  goToInbox: 'Go to the inbox',
  notFound: {
    title: 'There is nothing here',
    body: 'The address may be mistyped, what it led to may be gone, or it is not yours to see.',
  },
  forbidden: {
    title: 'This page is for administrators',
    body: 'You are signed in, but your account may not see this. Ask an administrator if you need it.',
  },
  unexpected: {
    heading: 'Something went wrong',
    title: 'This page could not be shown',
    body: 'It may pass by itself. If it does not, quote the code below to an administrator.',
    retry: 'Try again',
  },
} as const;
