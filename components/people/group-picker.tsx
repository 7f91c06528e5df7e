'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { readApi } from '../api/read-api.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Combobox } from '../ui/combobox.tsx';
import type { PickerProps } from './person-picker.tsx';

export type GroupPickerProps = PickerProps & {
  /** The name of the chosen group; '' for none. */
  value: string;
  onValueChange: (name: string) => void;
  /** Which are not offered. */
  except?: readonly string[];
};

const SHOWN = 50;

/** A group, found by the beginning of its name. */
export function GroupPicker({ value, onValueChange, except = [], ...rest }: GroupPickerProps) {
  const t = useTranslations('people.picker');
  const [search, setSearch] = useState<string>();
  const found = useQuery({
    queryKey: ['groups', search],
    queryFn: ({ signal }) => readApi<'searchGroups'>('/groups', { prefix: search, limit: SHOWN }, signal),
    enabled: search !== undefined,
    placeholderData: keepPreviousData,
  });
  const groups = (found.data?.results ?? []).filter(({ name }) => !except.includes(name));
  return (
    <Combobox
      placeholder={t('group')}
      searchPlaceholder={t('searchGroup')}
      emptyText={found.isError ? t('failed') : t('noGroup')}
      {...rest}
      value={value}
      onValueChange={onValueChange}
      onSearch={setSearch}
      loading={found.isFetching}
      options={groups.map(({ name, memberCount }) => ({
        value: name,
        label: name,
        detail: t('members', { count: memberCount }),
        icon: <Avatar name={name} kind="group" />,
      }))}
    />
  );
}
