import type { Metadata } from 'next';
import { NotFoundProblem } from '#components/shell/page-problems.tsx';
import { translator } from './intl.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator('shell.notFound');
  return { title: t('title') };
}

export default async function NotFound() {
  const t = await translator('shell.notFound');
  return (
    <main className="grid min-h-dvh place-items-center">
      <h1 className="sr-only">{t('title')}</h1>
      <NotFoundProblem />
    </main>
  );
}
