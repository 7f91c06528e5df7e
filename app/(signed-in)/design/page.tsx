import type { Metadata } from 'next';
import { DesignView } from '#components/design/design-view.tsx';
import { IntlProvider } from '#components/i18n/intl-provider.tsx';
import { readIntl, translator } from '../../intl.ts';
import { requirePerson } from '../../read.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('design'))('title') };
}

/** For everybody who is signed in: it says nothing of anybody, but a stranger has no use for it. */
export default async function DesignPage() {
  await requirePerson('/design');
  const { locale, zone, messages } = await readIntl();
  return (
    <IntlProvider locale={locale} zone={zone} messages={messages}>
      <DesignView />
    </IntlProvider>
  );
}
