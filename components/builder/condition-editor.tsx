'use client';

import { FolderPlus, Plus, Trash2 } from 'lucide';
import { memo } from 'react';
import { useTranslations } from 'use-intl';
import type { ConditionOperator, FieldCondition, Question } from '#contracts/form/condition.ts';
import type { JsonValue } from '#contracts/json.ts';
import { fieldLabel, type UserTaskField } from '#contracts/user-task-def.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Select } from '../ui/select.tsx';
import type { DraftField } from './form-draft.ts';
import { ListInput } from './list-input.tsx';
import { ValueInput } from './value-input.tsx';

export type ConditionEditorProps = {
  label: string;
  /** Which of a field's conditions it is. */
  of: 'visibleWhen' | 'requiredWhen';
  condition: FieldCondition | undefined;
  /** What it may ask about: the fields further up. */
  above: readonly DraftField[];
  onChange: (patch: Partial<DraftField>, what: string) => void;
  /** What is wrong, at a path below the field. */
  faultAt: (path: string) => string | undefined;
};

/**
 * When something holds, put together from a field, an operator and a value; several are joined, and groups stand in groups. It offers
 * every field above, each an entry of a list that is drawn even while it is closed: so not with each letter typed elsewhere.
 */
export const ConditionEditor = memo(function ConditionEditor(props: ConditionEditorProps) {
  const { label, of, condition, above, faultAt } = props;
  const t = useTranslations('builder.condition');
  const [first] = above;
  const onChange = (next: FieldCondition | undefined) => props.onChange({ [of]: next }, of);
  return (
    <fieldset className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2">
      <legend className="mb-1 font-medium text-base">{label}</legend>
      {condition ? (
        <Part condition={condition} above={above} onChange={onChange} faultAt={faultAt} path={of} depth={0} />
      ) : null}
      {!condition && first ? (
        <Button
          size="sm"
          icon={<Icon of={Plus} />}
          aria-label={t('addTo', { label })}
          className="justify-self-start"
          onClick={() => onChange(questionAbout(first))}
        >
          {t('add')}
        </Button>
      ) : null}
      {!condition && !first ? <p className="text-muted text-sm">{t('nothingAbove')}</p> : null}
    </fieldset>
  );
}, isSameCondition);

function isSameCondition(before: ConditionEditorProps, now: ConditionEditorProps): boolean {
  const isSameAbove =
    before.above.length === now.above.length && before.above.every((field, index) => field === now.above[index]);
  const names = ['label', 'of', 'condition', 'onChange', 'faultAt'] as const;
  return isSameAbove && names.every((name) => before[name] === now[name]);
}

type PartProps = Pick<ConditionEditorProps, 'above' | 'faultAt'> & {
  condition: FieldCondition;
  onChange: (condition: FieldCondition | undefined) => void;
  path: string;
  depth: number;
};

const MAX_DEPTH = 4;

function Part(props: PartProps) {
  const { condition, onChange, path } = props;
  if ('not' in condition) {
    return (
      <Negated
        {...props}
        condition={condition.not}
        path={`${path}.not`}
        onChange={(inner) => onChange(inner && { not: inner })}
        onFree={() => onChange(condition.not)}
      />
    );
  }
  if ('all' in condition) return <Group {...props} joint="all" parts={condition.all} />;
  if ('any' in condition) return <Group {...props} joint="any" parts={condition.any} />;
  return <Asked {...props} question={condition} />;
}

function Negated({ onFree, ...part }: PartProps & { onFree: () => void }) {
  const t = useTranslations('builder.condition');
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1.5 border-danger-line border-l-2 pl-2">
      <div className="flex items-center justify-between gap-2">
        <span className="font-medium text-danger-ink text-sm">{t('not')}</span>
        <Button size="sm" variant="ghost" onClick={onFree}>
          {t('dropNot')}
        </Button>
      </div>
      <Part {...part} />
    </div>
  );
}

type Joint = 'all' | 'any';
const joined = (joint: Joint, parts: FieldCondition[]): FieldCondition =>
  joint === 'all' ? { all: parts } : { any: parts };

function Group({
  joint,
  parts,
  above,
  onChange,
  faultAt,
  path,
  depth,
}: PartProps & { joint: Joint; parts: FieldCondition[] }) {
  const t = useTranslations('builder.condition');
  const [first] = above;
  function replace(index: number, part: FieldCondition | undefined) {
    const rest = part ? parts.toSpliced(index, 1, part) : parts.toSpliced(index, 1);
    onChange(rest.length === 0 ? undefined : joined(joint, rest));
  }
  const add = (part: FieldCondition) => onChange(joined(joint, [...parts, part]));
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2 rounded-md border border-line bg-sunken p-2">
      <Select
        aria-label={t('joint')}
        className="h-8 text-sm"
        value={joint}
        options={[
          { value: 'all', label: t('all') },
          { value: 'any', label: t('any') },
        ]}
        onValueChange={(value) => onChange(joined(value === 'any' ? 'any' : 'all', parts))}
      />
      {parts.map((part, index) => (
        <Part
          // biome-ignore lint/suspicious/noArrayIndexKey: parts have no name, and are never reordered.
          key={index}
          condition={part}
          above={above}
          path={`${path}.${joint}.${index}`}
          faultAt={faultAt}
          depth={depth + 1}
          onChange={(changed) => replace(index, changed)}
        />
      ))}
      {first ? (
        <div className="flex flex-wrap gap-2">
          <Button size="sm" icon={<Icon of={Plus} />} onClick={() => add(questionAbout(first))}>
            {t('add')}
          </Button>
          {depth < MAX_DEPTH ? (
            <Button
              size="sm"
              variant="ghost"
              icon={<Icon of={FolderPlus} />}
              onClick={() => add(joined(joint === 'all' ? 'any' : 'all', [questionAbout(first)]))}
            >
              {t('addGroup')}
            </Button>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

/** What can be asked of a field, by its type. */
function operatorsFor({ type }: Pick<UserTaskField, 'type'>): ConditionOperator[] {
  switch (type) {
    case 'STR':
    case 'BOOL':
      return ['equals', 'notEquals', 'in', 'isSet'];
    case 'INT':
    case 'DOUBLE':
    case 'TIMESTAMP':
      return ['equals', 'notEquals', 'lessThan', 'greaterThan', 'in', 'isSet'];
    case 'JSON_ARR':
      return ['in', 'isSet'];
    case 'JSON_OBJ':
      return ['isSet'];
  }
}

function questionAbout(field: DraftField): Question {
  const [op = 'isSet'] = operatorsFor(field);
  const [option] = field.options ?? [];
  const value: JsonValue | undefined = option?.value ?? (field.type === 'BOOL' ? true : undefined);
  if (op === 'isSet') return { field: field.name, op };
  return { field: field.name, op, ...(value !== undefined && { value: op === 'in' ? [value] : value }) };
}

function Asked({ question, above, onChange, faultAt, path, depth }: PartProps & { question: Question }) {
  const t = useTranslations('builder.condition');
  const language = useLanguage();
  const asked = above.find(({ name }) => name === question.field);
  const { op, value } = question;
  const fault = faultAt(path);

  function withOp(next: ConditionOperator) {
    const { value: old, ...rest } = { ...question, op: next };
    if (next === 'isSet') return onChange(rest);
    const single = Array.isArray(old) && next !== 'in' ? old[0] : old;
    const wanted = next === 'in' && single !== undefined && !Array.isArray(single) ? [single] : single;
    onChange({ ...rest, ...(wanted !== undefined && { value: wanted }) });
  }
  function withValue(next: JsonValue | undefined) {
    onChange({ field: question.field, op, ...(next !== undefined && { value: next }) });
  }

  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1.5 rounded-md border border-line bg-surface p-2">
      <div className="flex gap-1">
        <Select
          aria-label={t('field')}
          aria-invalid={fault !== undefined && asked === undefined}
          className="h-8 min-w-0 flex-1 text-sm"
          value={asked ? question.field : ''}
          placeholder={question.field || t('choose')}
          options={above
            .filter(({ name }, index) => name !== '' && above.findIndex((one) => one.name === name) === index)
            .map((field) => ({ value: field.name, label: fieldLabel(field, language) }))}
          onValueChange={(name) => {
            const field = above.find((one) => one.name === name);
            if (field) onChange(questionAbout(field));
          }}
        />
        <IconButton label={t('remove')} icon={<Icon of={Trash2} />} onClick={() => onChange(undefined)} />
      </div>
      <div className="grid grid-cols-2 gap-1">
        <Select
          aria-label={t('operator')}
          className="h-8 text-sm"
          value={op}
          options={[...new Set([...(asked ? operatorsFor(asked) : []), op])].map((one) => ({
            value: one,
            label: t(`operators.${one}`),
          }))}
          onValueChange={(next) => withOp(next as ConditionOperator)}
        />
        {op === 'isSet' ? null : op === 'in' ? (
          <ListInput
            label={t('values')}
            type={asked?.type ?? 'STR'}
            value={value}
            isWrong={fault !== undefined}
            onChange={withValue}
          />
        ) : (
          <ValueInput
            aria-label={t('value')}
            aria-invalid={fault !== undefined}
            className="h-8 text-sm"
            field={asked ?? { type: 'STR' }}
            value={value}
            onChange={withValue}
          />
        )}
      </div>
      {fault === undefined ? null : <p className="font-medium text-danger-ink text-sm">{fault}</p>}
      <div className="flex flex-wrap gap-1">
        <Button size="sm" variant="ghost" onClick={() => onChange({ not: question })}>
          {t('negate')}
        </Button>
        {depth === 0 ? (
          <Button size="sm" variant="ghost" onClick={() => onChange({ all: [question, question] })}>
            {t('join')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
