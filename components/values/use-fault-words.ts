import { useTranslations } from 'use-intl';
import { typeName } from '#contracts/value.ts';
import type { DraftFault } from './value-draft.ts';

/** What is wrong with a value, in words. */
export function useFaultWords(): (fault: DraftFault) => string {
  const t = useTranslations('values');
  return (fault) => {
    switch (fault.key) {
      case 'required':
        return t('required');
      case 'type':
        return t('wrong.type', { type: typeName(fault.type) });
      default:
        return t(`wrong.${fault.key}`);
    }
  };
}
