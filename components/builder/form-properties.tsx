'use client';

import { useTranslations } from 'use-intl';
import type { LocalText } from '#contracts/local-text.ts';
import { Field } from '../ui/field.tsx';
import { RadioGroup } from '../ui/radio-group.tsx';
import { Switch } from '../ui/switch.tsx';
import type { About, SectionItem } from './form-draft.ts';
import { LocalTextInput } from './local-text-input.tsx';

export type FormPropertiesProps = {
  about: About;
  faultAt: (path: string) => string | undefined;
  onChange: (patch: Partial<About>, what: string) => void;
};

const AGENTS = ['none', 'draft', 'complete'] as const;

/** What is said of the form as a whole. */
export function FormProperties({ about, faultAt, onChange }: FormPropertiesProps) {
  const t = useTranslations('builder.form');
  return (
    <div className="grid gap-4">
      <LocalTextInput
        label={t('title')}
        help={t('titleHelp')}
        value={about.displayName}
        error={faultAt('displayName')}
        onChange={(displayName) => onChange({ displayName }, 'displayName')}
      />
      <LocalTextInput
        label={t('description')}
        lines
        value={about.description}
        error={faultAt('description')}
        onChange={(description) => onChange({ description }, 'description')}
      />
      <Field label={t('ownerMayCancel')} layout="inline" help={t('ownerMayCancelHelp')}>
        <Switch
          checked={about.ownerMayCancel === true}
          onCheckedChange={(on) => onChange({ ownerMayCancel: on || undefined }, 'ownerMayCancel')}
        />
      </Field>
      <Field label={t('agentMay')} layout="group">
        <RadioGroup
          orientation="vertical"
          value={about.agentMay ?? 'none'}
          options={AGENTS.map((value) => ({ value, label: t(`agents.${value}`) }))}
          onValueChange={(value) => {
            const chosen = AGENTS.find((one) => one === value);
            onChange({ agentMay: chosen === 'none' ? undefined : chosen }, 'agentMay');
          }}
        />
      </Field>
    </div>
  );
}

export type SectionPropertiesProps = {
  section: SectionItem;
  error: string | undefined;
  labelId: string;
  onChange: (title: LocalText | null) => void;
};

/** The heading of a section; without one it ends the section above. */
export function SectionProperties({ section, error, labelId, onChange }: SectionPropertiesProps) {
  const t = useTranslations('builder.section');
  return (
    <LocalTextInput
      id={labelId}
      label={t('title')}
      help={t('help')}
      value={section.title ?? undefined}
      error={error}
      onChange={(title) => onChange(title ?? null)}
    />
  );
}
