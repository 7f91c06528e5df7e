'use client';

import { memo } from 'react';
import { useTranslations } from 'use-intl';
import { fieldLabel } from '#contracts/user-task-def.ts';
import type { Fault } from './draft-faults.ts';
import { FieldProperties } from './field-properties.tsx';
import {
  changeField,
  changeSection,
  type DraftField,
  type FormDraft,
  fieldsAbove,
  freeName,
  type Item,
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
  const faultAt = (path: string) =>
    faults.find((fault) => fault.key === (item?.key ?? null) && isBelow(fault.path, path))?.message;

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
  const { key } = item;
  if (item.kind === 'section') {
    return (
      <>
        <h2 className="mb-4 font-semibold text-base">{t('section.itself')}</h2>
        <SectionProperties
          section={item}
          error={faultAt('title')}
          labelId={labelId}
          onChange={(title) => change((one) => changeSection(one, key, title), `${key}/title`)}
        />
      </>
    );
  }
  return (
    <>
      <h2 className="mb-4 font-semibold text-base">{t('field.itself')}</h2>
      <FieldProperties
        field={item.field}
        above={fieldsAbove(draft, key)}
        faultAt={faultAt}
        labelId={labelId}
        onChange={(how, what) =>
          change((one) => {
            const changed = changeField(one, key, how);
            return what === 'displayName' && !knownNames.has(item.field.name)
              ? named(changed, key, item.field)
              : changed;
          }, `${key}/${what}`)
        }
        onRename={(name) => change((one) => rename(one, key, name), `${key}/name`)}
      />
    </>
  );
});

/** The key of a new field follows its label, until somebody gives it another. */
function named(draft: FormDraft, key: string, before: DraftField): FormDraft {
  const after = draft.items.find((item) => item.key === key);
  const followed = before.displayName === undefined ? '' : nameFrom(fieldLabel(before, 'en'));
  const isFollowing =
    before.displayName === undefined || before.name.replace(/\d+$/, '') === followed.replace(/\d+$/, '');
  const wanted = after?.kind === 'field' && after.field.displayName ? nameFrom(fieldLabel(after.field, 'en')) : '';
  return isFollowing && wanted !== '' ? rename(draft, key, freeName(draft, wanted, key)) : draft;
}

const isBelow = (path: string, at: string): boolean => path === at || path.startsWith(`${at}.`);
