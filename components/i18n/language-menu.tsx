'use client';

import { Languages } from 'lucide';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { DropdownMenu, MenuRadioGroup } from '../ui/dropdown-menu.tsx';
import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { LANGUAGE_COOKIE, LANGUAGES } from './languages.ts';
import { remember } from './remember.ts';
import { useLanguage } from './use-language.ts';

const options = Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }));

/** The choice of language as part of another menu. The page is written anew in it, and nothing that was typed is lost. */
export function LanguageMenuItems() {
  const t = useTranslations('shell');
  const language = useLanguage();
  const router = useRouter();
  function choose(chosen: string) {
    remember(LANGUAGE_COOKIE, chosen);
    router.refresh();
  }
  return <MenuRadioGroup label={t('language')} value={language} onValueChange={choose} options={options} />;
}

/** The choice of language behind a button of its own, for pages without an account menu. */
export function LanguageToggle() {
  const t = useTranslations('shell');
  return (
    <DropdownMenu trigger={<IconButton label={t('language')} icon={<Icon of={Languages} />} />} className="min-w-40">
      <LanguageMenuItems />
    </DropdownMenu>
  );
}
