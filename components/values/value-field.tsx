'use client';

import { Plus, X } from 'lucide';
import { type ReactNode, useRef } from 'react';
import { flushSync } from 'react-dom';
import { useTranslations } from 'use-intl';
import { typeName, type VariableType } from '#contracts/value.ts';
import { NumberAnswer } from '../form/number-answer.tsx';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { focusField } from '../ui/form-error-summary.tsx';
import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Input } from '../ui/input.tsx';
import { InstantInput } from '../ui/instant-input.tsx';
import { RadioGroup } from '../ui/radio-group.tsx';
import { Textarea } from '../ui/textarea.tsx';
import { type Draft, emptyDraft, fieldsOf, itemOf, type Structs, shapeOf } from './value-draft.ts';

export type ValueFieldProps = {
  label: string;
  /** Where the value belongs, as in `variables.amount`: the id of its control, and what errors name it by. */
  path: string;
  type: VariableType;
  draft: Draft;
  onDraft: (draft: Draft) => void;
  structs: Structs;
  errors: ReadonlyMap<string, string>;
  required: boolean;
  help?: ReactNode;
};

/** Asks for a value of any type: a control for what is plain, fields for a struct, a list for an array, JSON for the rest. */
export function ValueField(props: ValueFieldProps) {
  const { label, path, type, draft, onDraft, structs, errors, required, help } = props;
  const t = useTranslations('values');
  const shape = shapeOf(type, structs);
  if (shape === 'struct' && typeof draft === 'object' && !Array.isArray(draft)) {
    return <StructField {...props} draft={draft as { readonly [field: string]: Draft }} />;
  }
  if (shape === 'array' && Array.isArray(draft)) return <ArrayField {...props} draft={draft} />;
  const text = typeof draft === 'string' ? draft : '';
  const wiring = {
    id: path,
    required,
    error: errors.get(path),
    label: <FieldName label={label} type={type} />,
  };
  switch (shape) {
    case 'BOOL':
      return (
        <Field {...wiring} layout="group" help={help}>
          <RadioGroup
            orientation="horizontal"
            value={text}
            onValueChange={onDraft}
            options={[
              { value: 'true', label: t('yes') },
              { value: 'false', label: t('no') },
              ...(required ? [] : [{ value: '', label: t('unset') }]),
            ]}
          />
        </Field>
      );
    case 'TIMESTAMP':
      return (
        <Field {...wiring} help={help}>
          <InstantInput showZone value={text} onValueChange={onDraft} />
        </Field>
      );
    case 'json':
      return (
        <Field {...wiring} help={withHelp(help, t('jsonHelp'))}>
          <Textarea
            className="font-mono text-sm"
            rows={4}
            spellCheck={false}
            value={text}
            onChange={(event) => onDraft(event.target.value)}
          />
        </Field>
      );
    case 'STR':
      return (
        <Field {...wiring} help={help}>
          <Input value={text} autoComplete="off" onChange={(event) => onDraft(event.target.value)} />
        </Field>
      );
    case 'INT':
    case 'DOUBLE':
      return (
        <Field {...wiring} help={help}>
          <NumberAnswer value={text} onValueChange={onDraft} whole={shape === 'INT'} />
        </Field>
      );
    case 'BYTES':
    case 'WF_RUN_ID':
      return (
        <Field {...wiring} help={shape === 'BYTES' ? withHelp(help, t('bytesHelp')) : help}>
          <Input
            value={text}
            autoComplete="off"
            spellCheck={false}
            className="font-mono text-sm"
            onChange={(event) => onDraft(event.target.value)}
          />
        </Field>
      );
    default:
      return null;
  }
}

const withHelp = (help: ReactNode, more: string): ReactNode =>
  help ? (
    <>
      {help} {more}
    </>
  ) : (
    more
  );

function FieldName({ label, type }: { label: string; type: VariableType }) {
  return (
    <span className="inline-flex items-center gap-2">
      {label}
      <Badge mono>{typeName(type)}</Badge>
    </span>
  );
}

type Of<D extends Draft> = Omit<ValueFieldProps, 'draft'> & { draft: D };

function StructField({
  label,
  path,
  type,
  draft,
  onDraft,
  structs,
  errors,
  required,
  help,
}: Of<{ readonly [field: string]: Draft }>) {
  const t = useTranslations('values');
  return (
    <Group id={path} label={label} type={type} required={required} help={help} error={errors.get(path)}>
      {Object.entries(fieldsOf(type, structs)).map(([name, field]) => (
        <ValueField
          key={name}
          label={name}
          path={`${path}.${name}`}
          type={field.type}
          draft={draft[name] ?? emptyDraft(field.type, structs)}
          onDraft={(next) => onDraft({ ...draft, [name]: next })}
          structs={structs}
          errors={errors}
          required={required && !field.nullable && field.default === undefined}
          help={
            <>
              {field.description}
              {field.default === undefined ? null : ` ${t('leftEmpty', { value: JSON.stringify(field.default) })}`}
            </>
          }
        />
      ))}
    </Group>
  );
}

function ArrayField({ label, path, type, draft, onDraft, structs, errors, required, help }: Of<readonly Draft[]>) {
  const t = useTranslations('values');
  const item = itemOf(type);
  const addButton = useRef<HTMLButtonElement>(null);

  /** The keyboard goes on in what has come, and where something went does not fall off the page. */
  function add() {
    flushSync(() => onDraft([...draft, emptyDraft(item, structs)]));
    focusField(`${path}.${draft.length}`);
  }
  function remove(index: number) {
    flushSync(() => onDraft(draft.filter((_, at) => at !== index)));
    addButton.current?.focus();
  }

  return (
    <Group id={path} label={label} type={type} required={required} help={help} error={errors.get(path)}>
      {draft.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: items have no name, and all that they show is in the draft.
        <div key={index} className="flex items-start gap-2">
          <div className="min-w-0 flex-1">
            <ValueField
              label={t('item', { number: `${index + 1}` })}
              path={`${path}.${index}`}
              type={item}
              draft={one}
              onDraft={(next) => onDraft(draft.map((other, at) => (at === index ? next : other)))}
              structs={structs}
              errors={errors}
              required={false}
            />
          </div>
          <IconButton
            label={t('removeItem', { number: `${index + 1}` })}
            icon={<Icon of={X} />}
            className="mt-7"
            onClick={() => remove(index)}
          />
        </div>
      ))}
      <Button ref={addButton} size="sm" icon={<Icon of={Plus} />} className="justify-self-start" onClick={add}>
        {t('addItem')}
      </Button>
    </Group>
  );
}

type GroupProps = {
  id: string;
  label: string;
  type: VariableType;
  required: boolean;
  help: ReactNode;
  error: string | undefined;
  children: ReactNode;
};

function Group({ id, label, type, required, help, error, children }: GroupProps) {
  const helpId = `${id}-help`;
  const errorId = `${id}-error`;
  const describedBy = [error && errorId, help && helpId].filter(Boolean).join(' ');
  return (
    <fieldset
      id={id}
      {...(describedBy && { 'aria-describedby': describedBy })}
      className="grid min-w-0 gap-4 rounded-lg border border-line px-4 pt-2 pb-4"
    >
      <legend className="max-w-full px-1 font-medium">
        <FieldName label={label} type={type} />
        {required ? (
          <span aria-hidden className="ml-0.5 text-danger-ink">
            *
          </span>
        ) : null}
      </legend>
      {help ? (
        <p id={helpId} className="text-muted text-sm">
          {help}
        </p>
      ) : null}
      {error ? (
        <p id={errorId} className="font-medium text-danger-ink text-sm">
          {error}
        </p>
      ) : null}
      {children}
    </fieldset>
  );
}
