'use client';

import { Printer } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from './button.tsx';

/** Prints the page; on paper it is not there. */
export function PrintButton() {
  const t = useTranslations('ui');
  return (
    <Button icon={<Printer />} onClick={() => window.print()} className="print:hidden">
      {t('print')}
    </Button>
  );
}
