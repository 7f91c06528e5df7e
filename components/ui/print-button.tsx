'use client';

import { Printer } from 'lucide';
import { useTranslations } from 'use-intl';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

/** Prints the page; on paper it is not there. */
export function PrintButton() {
  const t = useTranslations('ui');
  return (
    <Button icon={<Icon of={Printer} />} onClick={() => window.print()} className="print:hidden">
      {t('print')}
    </Button>
  );
}
