import { GeistSans } from 'geist/font/sans';
import type { Metadata, Viewport } from 'next';
import localFont from 'next/font/local';
import type { ReactNode } from 'react';
import { IntlProvider, ZoneCookie } from '#components/i18n/intl-provider.tsx';
import { workplaceMessages } from '#components/i18n/messages/load-messages.ts';
import { ThemeFirst } from '#components/theme/theme-first.tsx';
import { THEME_SCRIPT } from '#components/theme/theme-script.ts';
import { ClockProvider } from '#components/ui/clock.tsx';
import { Toaster } from '#components/ui/toaster.tsx';
import { TooltipProvider } from '#components/ui/tooltip.tsx';
import { readIntl } from './intl.ts';
import './globals.css';

// Ids and code alone are written in it, so that no page waits for it.
const GeistMono = localFont({
  src: '../node_modules/geist/dist/fonts/geist-mono/GeistMono-Variable.woff2',
  variable: '--font-geist-mono',
  weight: '100 900',
  adjustFontFallback: false,
  preload: false,
});

export const metadata: Metadata = {
  title: { default: 'Docket', template: '%s · Docket' },
  description: 'Workflows that hand work to people, and the inbox in which people do it.',
  applicationName: 'Docket',
  manifest: '/site.webmanifest',
  icons: {
    icon: [
      { url: '/favicon.ico', sizes: '32x32' },
      { url: '/icon.svg', type: 'image/svg+xml' },
    ],
    apple: '/apple-touch-icon.png',
  },
};

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#171b1d' },
  ],
  viewportFit: 'cover',
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const { language, locale, zone, zoneCookie, messages } = await readIntl();
  return (
    // The theme's class is there before React wakes, so the two differ here by design.
    <html lang={language} className={`${GeistSans.variable} ${GeistMono.variable}`} suppressHydrationWarning>
      <body>
        <ThemeFirst script={THEME_SCRIPT} />
        <IntlProvider locale={locale} zone={zone} messages={workplaceMessages(messages)}>
          <ClockProvider now={Date.now()}>
            <TooltipProvider>{children}</TooltipProvider>
          </ClockProvider>
          <Toaster />
          <ZoneCookie known={zoneCookie} />
        </IntlProvider>
      </body>
    </html>
  );
}
