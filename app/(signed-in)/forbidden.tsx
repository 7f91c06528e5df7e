import { ForbiddenProblem } from '#components/shell/page-problems.tsx';
import { translator } from '../intl.ts';

export default async function Forbidden() {
  const t = await translator('shell.forbidden');
  return (
    <>
      <h1 className="sr-only">{t('title')}</h1>
      <ForbiddenProblem />
    </>
  );
}
