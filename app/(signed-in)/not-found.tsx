import { NotFoundProblem } from '#components/shell/page-problems.tsx';
import { translator } from '../intl.ts';

export default async function NotFound() {
  const t = await translator('shell.notFound');
  return (
    <>
      <h1 className="sr-only">{t('title')}</h1>
      <NotFoundProblem />
    </>
  );
}
