// Whom the demo brings along, as prisma/seed.ts founds them: shown on the sign-in page while the demo is on.
import type { SignInViewProps } from '#components/sign-in/sign-in-view.tsx';

export const DEMO: NonNullable<SignInViewProps['demo']> = {
  password: 'docket-demo',
  people: [
    { userId: 'maria', about: 'asks for things' },
    { userId: 'fiona', about: 'approves, in finance' },
    { userId: 'fred', about: 'approves, in finance' },
    { userId: 'ivan', about: 'is in it' },
    { userId: 'ada', about: 'is an administrator' },
  ],
};
