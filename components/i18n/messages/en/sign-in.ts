/** The words of the sign-in page. */
export const signIn = {
  title: 'Sign in',
  lead: 'The work that waits for you is one step away.',
  userName: 'User name',
  password: 'Password',
  submit: 'Sign in',
  missingUserName: 'Enter your user name.',
  missingPassword: 'Enter your password.',
  wrong: 'The user name and password do not match an account. Check both and try again.',
  tooMany: 'Too many tries. Wait five minutes, then try again.',
  unreachable: 'Docket could not be reached. Check your connection and try again.',
  again: {
    title: 'Your session has ended',
    text: 'Sign in again, and you are back here.',
    here: 'Sign in',
    elsewhere: 'Sign in in another tab',
  },
  demo: {
    title: 'Demo accounts',
    password: "This is a demo. Everyone''s password is <code>{password}</code>.",
    maria: 'asks for new equipment',
    finance: 'approves requests in the group finance',
    it: 'works in the group it',
    admin: 'is the administrator',
  },
} as const;
