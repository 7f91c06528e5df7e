'use client';

import { useTranslations } from 'use-intl';
import { JsonView } from '../ui/json-view.tsx';

/** A definition as it is on the wire, folded away. */
export function JsonDisclosure({ label, value }: { label: string; value: unknown }) {
  const t = useTranslations('definitions.page');
  return (
    <details>
      <summary className="cursor-pointer rounded-sm py-1 font-medium text-muted text-sm hover:text-ink touch:py-3">
        {t('definition')}
      </summary>
      <JsonView label={label} value={value} className="mt-2" />
    </details>
  );
}
