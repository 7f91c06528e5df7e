'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Checkbox } from '../ui/checkbox.tsx';
import { CheckboxGroup } from '../ui/checkbox-group.tsx';
import { Combobox } from '../ui/combobox.tsx';
import { Field } from '../ui/field.tsx';
import { FormErrorSummary } from '../ui/form-error-summary.tsx';
import { Input } from '../ui/input.tsx';
import { InstantInput } from '../ui/instant-input.tsx';
import { MultiCombobox } from '../ui/multi-combobox.tsx';
import { NumberInput } from '../ui/number-input.tsx';
import { RadioGroup } from '../ui/radio-group.tsx';
import { SearchInput } from '../ui/search-input.tsx';
import { Select } from '../ui/select.tsx';
import { Switch } from '../ui/switch.tsx';
import { Textarea } from '../ui/textarea.tsx';
import { Specimen, Specimens, State } from './specimen.tsx';

const FAULTY_ID = 'design-faulty';

/** What asks something; each takes its label, help and error from a Field. */
export function ShowInputs() {
  const t = useTranslations('design');
  const [choice, setChoice] = useState('mail');
  const [ticked, setTicked] = useState<string[]>(['read']);
  const [instant, setInstant] = useState('2026-11-24T09:30:00.000Z');
  const channels = ['mail', 'phone', 'letter'].map((value) => ({
    value,
    label: t(`sample.channel.${value as 'mail'}`),
  }));
  const rights = ['read', 'write', 'share'].map((value) => ({ value, label: t(`sample.right.${value as 'read'}`) }));
  return (
    <Specimens>
      <Specimen name="Field + Input" use={t('use.field')}>
        <State name={t('state.default')} wide>
          <Field label={t('sample.costCentre')} help={t('sample.costCentreHelp')} required>
            <Input defaultValue="OP1200" />
          </Field>
        </State>
        <State name={t('state.invalid')} wide>
          <Field id={FAULTY_ID} label={t('sample.costCentre')} error={t('sample.costCentreError')} required>
            <Input defaultValue="1200" />
          </Field>
        </State>
        <State name={t('state.empty')} wide>
          <Field label={t('sample.costCentre')}>
            <Input placeholder="OP1200" />
          </Field>
        </State>
        <State name={t('state.disabled')} wide>
          <Field label={t('sample.costCentre')}>
            <Input defaultValue="OP1200" disabled />
          </Field>
        </State>
        <State name={t('state.readOnly')} wide>
          <Field label={t('sample.costCentre')}>
            <Input defaultValue="OP1200" readOnly />
          </Field>
        </State>
      </Specimen>
      <Specimen name="Select, Combobox, MultiCombobox" use={t('use.select')}>
        <State name="Select" wide>
          <Field label={t('sample.channelLabel')}>
            <Select options={channels} value={choice} onValueChange={setChoice} />
          </Field>
        </State>
        <State name={t('state.empty')} wide>
          <Field label={t('sample.channelLabel')}>
            <Select options={channels} />
          </Field>
        </State>
        <State name={t('state.invalid')} wide>
          <Field label={t('sample.channelLabel')} error={t('sample.choose')}>
            <Select options={channels} />
          </Field>
        </State>
        <State name={t('state.disabled')} wide>
          <Field label={t('sample.channelLabel')}>
            <Select options={channels} value="mail" disabled />
          </Field>
        </State>
        <State name="Combobox" wide>
          <Field label={t('sample.channelLabel')}>
            <Combobox options={channels} value={choice} onValueChange={setChoice} clearable />
          </Field>
        </State>
        <State name={`Combobox, ${t('state.invalid')}`} wide>
          <Field label={t('sample.channelLabel')} error={t('sample.choose')}>
            <Combobox options={channels} value="" onValueChange={setChoice} />
          </Field>
        </State>
        <State name={`Combobox, ${t('state.disabled')}`} wide>
          <Field label={t('sample.channelLabel')}>
            <Combobox options={channels} value="mail" onValueChange={setChoice} disabled />
          </Field>
        </State>
        <State name={`MultiCombobox, ${t('state.several')}`} wide>
          <Field label={t('sample.rightsLabel')}>
            <MultiCombobox options={rights} values={ticked} onValuesChange={setTicked} />
          </Field>
        </State>
      </Specimen>
      <Specimen name="RadioGroup, CheckboxGroup" use={t('use.groups')}>
        <State name="RadioGroup" wide>
          <Field layout="group" label={t('sample.channelLabel')}>
            <RadioGroup options={channels} value={choice} onValueChange={setChoice} />
          </Field>
        </State>
        <State name={t('state.invalid')} wide>
          <Field layout="group" label={t('sample.channelLabel')} error={t('sample.choose')}>
            <RadioGroup options={channels} orientation="horizontal" />
          </Field>
        </State>
        <State name="CheckboxGroup" wide>
          <Field layout="group" label={t('sample.rightsLabel')}>
            <CheckboxGroup options={rights} values={ticked} onValuesChange={setTicked} />
          </Field>
        </State>
        <State name={`CheckboxGroup, ${t('state.invalid')}`} wide>
          <Field layout="group" label={t('sample.rightsLabel')} error={t('sample.choose')}>
            <CheckboxGroup options={rights} values={[]} onValuesChange={setTicked} />
          </Field>
        </State>
        <State name={t('state.disabled')} wide>
          <Field layout="group" label={t('sample.rightsLabel')}>
            <CheckboxGroup options={rights} values={['read']} onValuesChange={setTicked} disabled />
          </Field>
        </State>
      </Specimen>
      <Specimen name="Checkbox, Switch" use={t('use.yesNo')}>
        <State name={t('state.off')} wide>
          <Field layout="inline" label={t('sample.ordered')}>
            <Checkbox />
          </Field>
        </State>
        <State name={t('state.on')} wide>
          <Field layout="inline" label={t('sample.ordered')}>
            <Checkbox defaultChecked />
          </Field>
        </State>
        <State name={t('state.some')} wide>
          <Field layout="inline" label={t('sample.all')}>
            <Checkbox checked="indeterminate" />
          </Field>
        </State>
        <State name={t('state.invalid')} wide>
          <Field layout="inline" label={t('sample.ordered')} error={t('sample.mustTick')}>
            <Checkbox />
          </Field>
        </State>
        <State name={t('state.disabled')} wide>
          <Field layout="inline" label={t('sample.ordered')}>
            <Checkbox defaultChecked disabled />
          </Field>
        </State>
        <State name={`Switch, ${t('state.on')}`} wide>
          <Field layout="inline" label={t('sample.remind')} help={t('sample.remindHelp')}>
            <Switch defaultChecked />
          </Field>
        </State>
        <State name={`Switch, ${t('state.off')}`} wide>
          <Field layout="inline" label={t('sample.remind')}>
            <Switch />
          </Field>
        </State>
        <State name={`Switch, ${t('state.disabled')}`} wide>
          <Field layout="inline" label={t('sample.remind')}>
            <Switch disabled />
          </Field>
        </State>
      </Specimen>
      <Specimen name="Textarea, NumberInput, InstantInput, SearchInput" use={t('use.kinds')}>
        <State name="Textarea" wide>
          <Field label={t('sample.remark')}>
            <Textarea defaultValue={t('sample.remarkText')} />
          </Field>
        </State>
        <State name={`Textarea, ${t('state.invalid')}`} wide>
          <Field label={t('sample.remark')} error={t('sample.mustWrite')} required>
            <Textarea rows={2} />
          </Field>
        </State>
        <State name="NumberInput" wide>
          <Field label={t('sample.amount')}>
            <NumberInput defaultValue="1234.50" />
          </Field>
        </State>
        <State name="InstantInput" wide>
          <Field label={t('sample.payOn')}>
            <InstantInput value={instant} onValueChange={setInstant} />
          </Field>
        </State>
        <State name={`InstantInput, ${t('state.zone')}`} wide>
          <Field label={t('sample.payOn')}>
            <InstantInput value={instant} onValueChange={setInstant} showZone />
          </Field>
        </State>
        <State name={`InstantInput, ${t('state.day')}`} wide>
          <Field label={t('sample.payOn')}>
            <InstantInput value={instant} onValueChange={setInstant} dayOnly />
          </Field>
        </State>
        <State name="SearchInput" wide>
          <SearchInput label={t('sample.search')} />
        </State>
        <State name={`SearchInput, ${t('state.filled')}`} wide>
          <SearchInput label={t('sample.search')} defaultValue="R-4711" />
        </State>
      </Specimen>
      <Specimen name="FormErrorSummary" use={t('use.errors')}>
        <State name={t('state.invalid')} wide>
          <FormErrorSummary
            errors={[{ fieldId: FAULTY_ID, message: t('sample.costCentreError') }, { message: t('sample.mustTick') }]}
          />
        </State>
      </Specimen>
    </Specimens>
  );
}
