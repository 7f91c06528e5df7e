'use client';

import { useTranslations } from 'use-intl';
import { Unexpected } from '#components/shell/unexpected.tsx';

export default function PageError(props: { error: unknown; retry: () => void }) {
  const t = useTranslations('shell.unexpected');
  return (
    <>
      <h1 className="sr-only">{t('heading')}</h1>
      <Unexpected {...props} />
    </>
  );
}
