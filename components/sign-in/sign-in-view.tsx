import { ThemeToggle } from '../theme/theme-menu.tsx';
import { Logo } from '../ui/logo.tsx';
import { SignInForm, type SignInFormProps } from './sign-in-form.tsx';

export type DemoPerson = { userId: string; about: string };

export type SignInViewProps = SignInFormProps & {
  /** Present while the demo's people are in the database. */
  demo?: { people: readonly DemoPerson[]; password: string } | undefined;
};

/** The page before all others. */
export function SignInView({ demo, ...form }: SignInViewProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <div className="flex justify-end p-3">
        <ThemeToggle />
      </div>
      <main className="mx-auto flex w-full max-w-92 flex-1 flex-col justify-center px-4 pb-24">
        <Logo className="mb-7 self-start" />
        <h1 className="font-semibold text-2xl">Sign in</h1>
        <p className="mt-1 mb-6 text-muted">The work that waits for you is one step away.</p>
        <SignInForm {...form} />
        {demo ? (
          <section aria-label="Demo accounts" className="mt-8 border-line border-t pt-5 text-muted text-sm">
            <p>
              This is a demo. Everyone's password is <code className="font-mono text-ink">{demo.password}</code>.
            </p>
            <dl className="mt-3 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
              {demo.people.map((person) => (
                <div key={person.userId} className="contents">
                  <dt className="font-mono text-ink">{person.userId}</dt>
                  <dd>{person.about}</dd>
                </div>
              ))}
            </dl>
          </section>
        ) : null}
      </main>
    </div>
  );
}
