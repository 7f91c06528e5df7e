// Whom the demo brings along, as prisma/seed.ts founds them: shown on the sign-in page while the demo is on.
import type { SignInViewProps } from '#components/sign-in/sign-in-view.tsx';

export const DEMO: NonNullable<SignInViewProps['demo']> = {
  password: 'docket-demo',
  people: [
    { userId: 'maria', about: 'asks for new equipment' },
    { userId: 'fiona', about: 'approves requests in the group finance' },
    { userId: 'fred', about: 'approves requests in the group finance' },
    { userId: 'ivan', about: 'works in the group it' },
    { userId: 'ada', about: 'is the administrator' },
  ],
};
