import { Compass } from 'lucide';
import { PageProblem } from '#components/shell/page-problems.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { translator } from '../intl.ts';

export default async function NotFound() {
  const t = await translator('shell');
  return (
    <>
      <h1 className="sr-only">{t('notFound.title')}</h1>
      <PageProblem
        icon={<Icon of={Compass} />}
        title={t('notFound.title')}
        text={t('notFound.body')}
        wayOn={<LinkButton href="/inbox?view=mine">{t('goToInbox')}</LinkButton>}
      />
    </>
  );
}
