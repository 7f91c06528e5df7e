'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { readApi } from '../api/read-api.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Combobox, type ComboboxProps } from '../ui/combobox.tsx';
import { usePersonName } from './use-people.ts';

/** What the pickers leave to whoever places one. */
export type PickerProps = Pick<
  ComboboxProps,
  'placeholder' | 'clearable' | 'disabled' | 'id' | 'aria-label' | 'className' | 'ref' | 'onBlur'
>;

export type PersonPickerProps = PickerProps & {
  /** The id of who is chosen; '' for nobody. */
  value: string;
  onValueChange: (userId: string) => void;
  /** Only members of this group; the reader must be one of them, or an admin. */
  userGroup?: string | undefined;
  /** Who is not offered, such as the one who has it now. */
  except?: readonly string[];
};

const SHOWN = 50;

/** Somebody of the directory, found by the beginning of their name or id. */
export function PersonPicker({ value, onValueChange, userGroup, except = [], ...rest }: PersonPickerProps) {
  const t = useTranslations('people.picker');
  const [search, setSearch] = useState<string>();
  const name = usePersonName(value);
  const found = useQuery({
    queryKey: ['people', search, userGroup],
    queryFn: ({ signal }) => readApi<'searchPeople'>('/people', { q: search || null, userGroup, limit: SHOWN }, signal),
    enabled: search !== undefined,
    placeholderData: keepPreviousData,
  });
  const people = (found.data?.results ?? []).filter(({ userId }) => !except.includes(userId));
  return (
    <Combobox
      placeholder={t('person')}
      searchPlaceholder={t('searchPerson')}
      emptyText={found.isError ? t('failed') : t('noPerson')}
      {...rest}
      value={value}
      chosenLabel={name}
      onValueChange={onValueChange}
      onSearch={setSearch}
      loading={found.isFetching}
      options={people.map(({ userId, displayName }) => ({
        value: userId,
        label: displayName,
        ...(displayName !== userId && { detail: userId }),
        icon: <Avatar name={displayName} />,
      }))}
    />
  );
}
