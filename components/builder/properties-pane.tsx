'use client';

import { memo, useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { fieldLabel } from '#contracts/user-task-def.ts';
import type { Fault } from './draft-faults.ts';
import { FieldProperties, type FieldPropertiesProps } from './field-properties.tsx';
import {
  changeField,
  changeSection,
  type FormDraft,
  fieldsAbove,
  freeName,
  type Item,
  itemOf,
  nameFrom,
  rename,
} from './form-draft.ts';
import { FormProperties, SectionProperties } from './form-properties.tsx';

export type PropertiesPaneProps = {
  draft: FormDraft;
  /** What is selected; null is the form itself. */
  item: Item | null;
  faults: readonly Fault[];
  labelId: string;
  /** Keys that stored versions know: they do not follow the label. */
  knownNames: ReadonlySet<string>;
  change: (change: (draft: FormDraft) => FormDraft, about?: string) => void;
};

/** What is said of what is selected. */
export const PropertiesPane = memo(function PropertiesPane(props: PropertiesPaneProps) {
  const { draft, item, faults, labelId, knownNames, change } = props;
  const t = useTranslations('builder');
  const key = item?.key ?? null;
  // These stay the same while one types, so that of what is said of a field only what is typed is drawn anew.
  const faultAt = useCallback(
    (path: string, isExact = false) =>
      faults.find((fault) => fault.key === key && (isExact ? fault.path === path : isBelow(fault.path, path)))?.message,
    [faults, key],
  );
  const onField = useCallback<FieldPropertiesProps['onChange']>(
    (how, what) => {
      if (key === null) return;
      change((one) => {
        const changed = changeField(one, key, how);
        return what === 'displayName' ? named(changed, key, itemOf(one, key), knownNames) : changed;
      }, `${key}/${what}`);
    },
    [change, key, knownNames],
  );

  if (item === null) {
    return (
      <>
        <h2 className="mb-4 font-semibold text-base">{t('form.itself')}</h2>
        <FormProperties
          about={draft.about}
          faultAt={faultAt}
          onChange={(patch, what) => change((one) => ({ ...one, about: { ...one.about, ...patch } }), `form/${what}`)}
        />
      </>
    );
  }
  if (item.kind === 'section') {
    return (
      <>
        <h2 className="mb-4 font-semibold text-base">{t('section.itself')}</h2>
        <SectionProperties
          section={item}
          error={faultAt('title')}
          labelId={labelId}
          onChange={(title) => change((one) => changeSection(one, item.key, title), `${key}/title`)}
        />
      </>
    );
  }
  return (
    <>
      <h2 className="mb-4 font-semibold text-base">{t('field.itself')}</h2>
      <FieldProperties
        field={item.field}
        above={fieldsAbove(draft, item.key)}
        faultAt={faultAt}
        labelId={labelId}
        onChange={onField}
        onRename={(name) => change((one) => rename(one, item.key, name), `${key}/name`)}
      />
    </>
  );
});

/** The key of a new field follows its label, until somebody gives it another. */
function named(draft: FormDraft, key: string, from: Item | null, knownNames: ReadonlySet<string>): FormDraft {
  if (from?.kind !== 'field' || knownNames.has(from.field.name)) return draft;
  const before = from.field;
  const after = itemOf(draft, key);
  const followed = before.displayName === undefined ? '' : nameFrom(fieldLabel(before, 'en'));
  const isFollowing =
    before.displayName === undefined || before.name.replace(/\d+$/, '') === followed.replace(/\d+$/, '');
  const wanted = after?.kind === 'field' && after.field.displayName ? nameFrom(fieldLabel(after.field, 'en')) : '';
  return isFollowing && wanted !== '' ? rename(draft, key, freeName(draft, wanted, key)) : draft;
}

const isBelow = (path: string, at: string): boolean => path === at || path.startsWith(`${at}.`);
