'use client';

import { ArrowUp } from 'lucide';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { PAGE_SIZE } from './inbox-query.ts';

/** How many are new, above the list: they come in when somebody presses it. */
export function NewsPill({ count, onShow }: { count: number; onShow: () => void }) {
  const t = useTranslations('inbox');
  return (
    <Button
      size="sm"
      variant="primary"
      icon={<Icon of={ArrowUp} />}
      title={t('showNews')}
      onClick={onShow}
      className="absolute top-2 left-1/2 z-10 -translate-x-1/2 animate-fade-in rounded-full shadow-md"
    >
      {count >= PAGE_SIZE ? t('newsMany', { count: PAGE_SIZE }) : t('news', { count })}
    </Button>
  );
}
