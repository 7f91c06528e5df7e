'use client';

import { X } from 'lucide';
import { useTranslations } from 'use-intl';
import { Field } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { GroupPicker } from './group-picker.tsx';
import { GroupName } from './person-name.tsx';

export type GroupsFieldProps = {
  value: readonly string[];
  onChange: (groups: readonly string[]) => void;
  error: string | undefined;
};

/** The groups that somebody is in, and a way into another. */
export function GroupsField({ value, onChange, error }: GroupsFieldProps) {
  const t = useTranslations('desk.people');
  return (
    <Field label={t('groups')} error={error}>
      {value.length > 0 ? (
        <ul className="flex flex-wrap gap-1.5">
          {value.map((name) => (
            <li key={name} className="flex items-center gap-0.5 rounded-md border border-line bg-sunken pl-2 text-sm">
              <GroupName name={name} />
              <IconButton
                size="sm"
                label={t('leaveGroup', { name })}
                icon={<Icon of={X} />}
                onClick={() => onChange(value.filter((one) => one !== name))}
              />
            </li>
          ))}
        </ul>
      ) : null}
      <GroupPicker
        value=""
        placeholder={t('addGroup')}
        except={value}
        onValueChange={(name) => name !== '' && onChange([...value, name])}
      />
    </Field>
  );
}
