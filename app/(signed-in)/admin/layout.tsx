import { forbidden } from 'next/navigation';
import type { ReactNode } from 'react';
import { IntlProvider } from '#components/i18n/intl-provider.tsx';
import { readIntl } from '../../intl.ts';
import { currentPerson } from '../../read.ts';

/** Services refuse whatever is not theirs to see; this says it once, for the section as a whole. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const person = await currentPerson();
  if (person && !person.isAdmin) forbidden();
  const { locale, zone, messages } = await readIntl();
  return (
    <IntlProvider locale={locale} zone={zone} messages={messages}>
      {children}
    </IntlProvider>
  );
}
