'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { LinkButton } from '../ui/link-button.tsx';

/** The address of the sign-in, which leads back to the present one. */
export function useSignInHref(): string {
  const path = usePathname();
  const params = useSearchParams();
  const callbackUrl = params.size > 0 ? `${path}?${params}` : path;
  return `/sign-in?${new URLSearchParams({ callbackUrl })}`;
}

export type SignInAgainProps = {
  /** In a tab of its own, since here is still what was typed. */
  elsewhere?: boolean;
};

/** For whose session has ended. */
export function SignInAgain({ elsewhere = false }: SignInAgainProps) {
  const t = useTranslations('signIn.again');
  const href = useSignInHref();
  return elsewhere ? (
    <LinkButton size="sm" href={href} target="_blank">
      {t('elsewhere')}
    </LinkButton>
  ) : (
    // The browser goes there, not the page: it asks first should anything here not be saved.
    <LinkButton variant="primary" href={href} target="_self">
      {t('here')}
    </LinkButton>
  );
}
