import { MousePointerClick } from 'lucide';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Keycap } from '#components/ui/keycap.tsx';
import { translator } from '../../intl.ts';

/** Where no task is open. It stands still, so that the browser gets it drawn, without what draws it. */
export async function NoTask() {
  const t = await translator('inbox.choose');
  const key = (name: string) => <Keycap key={name}>{name}</Keycap>;
  return (
    <EmptyState icon={<Icon of={MousePointerClick} />} title={t('title')} className="my-auto">
      <p>{t.rich('text', { j: () => key('j'), k: () => key('k') })}</p>
    </EmptyState>
  );
}
