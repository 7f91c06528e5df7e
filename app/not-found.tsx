import type { Metadata } from 'next';
import { PageProblem } from '#components/shell/page-problems.tsx';
import { buttonStyles } from '#components/ui/button.tsx';
import { LogoMark } from '#components/ui/logo.tsx';
import { translator } from './intl.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator('shell.notFound');
  return { title: t('title') };
}

export default async function NotFound() {
  const t = await translator('shell');
  // A plain link: what else would be loaded here would be loaded by every page.
  const wayOn = (
    <a href="/inbox?view=mine" className={buttonStyles()}>
      {t('goToInbox')}
    </a>
  );
  return (
    <main className="grid min-h-dvh place-items-center">
      <h1 className="sr-only">{t('notFound.title')}</h1>
      <PageProblem icon={<LogoMark />} title={t('notFound.title')} text={t('notFound.body')} wayOn={wayOn} />
    </main>
  );
}
