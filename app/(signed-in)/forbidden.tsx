import { Lock } from 'lucide';
import { PageProblem } from '#components/shell/page-problems.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { translator } from '../intl.ts';

export default async function Forbidden() {
  const t = await translator('shell');
  return (
    <>
      <h1 className="sr-only">{t('forbidden.title')}</h1>
      <PageProblem
        icon={<Icon of={Lock} />}
        title={t('forbidden.title')}
        text={t('forbidden.body')}
        wayOn={<LinkButton href="/inbox?view=mine">{t('goToInbox')}</LinkButton>}
      />
    </>
  );
}
