// Whom the demo brings along, as prisma/seed.ts founds them: shown on the sign-in page while the demo is on.
import type { SignInViewProps } from '#components/sign-in/sign-in-view.tsx';

export const DEMO: NonNullable<SignInViewProps['demo']> = {
  password: 'docket-demo',
  people: [
    { userId: 'maria', about: 'maria' },
    { userId: 'fiona', about: 'finance' },
    { userId: 'fred', about: 'finance' },
    { userId: 'ivan', about: 'it' },
    { userId: 'ada', about: 'admin' },
  ],
};
