'use client';

import { useTranslations } from 'use-intl';
import { GroupPicker } from '../people/group-picker.tsx';
import { PersonPicker } from '../people/person-picker.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Field } from '../ui/field.tsx';
import { RadioGroup } from '../ui/radio-group.tsx';

/** Where tasks go: to a person, to a group, or back to the groups that each has. */
export type Whither = { to: 'person' | 'group' | 'groups'; name: string; keepsOther: boolean };

export type TargetFieldsProps = {
  value: Whither;
  onChange: (value: Whither) => void;
  /** Whether they can go back to their own groups. */
  offersRelease: boolean;
  missing: boolean;
  except?: { person?: string; group?: string };
};

/** Whom tasks go to. */
export function TargetFields({ value, onChange, offersRelease, missing, except = {} }: TargetFieldsProps) {
  const t = useTranslations('bulk.target');
  const error = missing ? t('missing') : undefined;
  const ways = offersRelease ? (['person', 'group', 'groups'] as const) : (['person', 'group'] as const);
  const exceptOf = (id: string | undefined) => (id === undefined ? [] : [id]);
  return (
    <>
      <Field label={t('label')} layout="group">
        <RadioGroup
          orientation="horizontal"
          value={value.to}
          onValueChange={(to) => {
            const way = ways.find((one) => one === to);
            // Within their groups by default; but a group gets them to share out.
            if (way) onChange({ to: way, name: '', keepsOther: way === 'person' });
          }}
          options={ways.map((way) => ({ value: way, label: t(way) }))}
        />
      </Field>
      {value.to === 'person' ? (
        <Field label={t('personLabel')} error={error}>
          <PersonPicker
            value={value.name}
            onValueChange={(name) => onChange({ ...value, name })}
            except={exceptOf(except.person)}
          />
        </Field>
      ) : null}
      {value.to === 'group' ? (
        <Field label={t('groupLabel')} error={error}>
          <GroupPicker
            value={value.name}
            onValueChange={(name) => onChange({ ...value, name })}
            except={exceptOf(except.group)}
          />
        </Field>
      ) : null}
      {value.to === 'groups' ? null : (
        <Field
          layout="inline"
          label={value.to === 'person' ? t('keepGroup') : t('keepPerson')}
          help={value.to === 'person' ? t('keepGroupHelp') : t('keepPersonHelp')}
        >
          <Checkbox
            checked={value.keepsOther}
            onCheckedChange={(checked) => onChange({ ...value, keepsOther: checked === true })}
          />
        </Field>
      )}
    </>
  );
}
