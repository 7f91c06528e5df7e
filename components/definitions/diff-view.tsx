'use client';

import { Equal } from 'lucide';
import { useTranslations } from 'use-intl';
import { fieldLabel, type UserTaskField } from '#contracts/user-task-def.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { Badge } from '../ui/badge.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Icon } from '../ui/icon.tsx';
import { cn } from '../ui/styles.ts';
import {
  type Change,
  type FieldDiff,
  type FieldProperty,
  type FormDiff,
  type FormProperty,
  isSameForm,
} from './diff-forms.ts';
import { DiffMarks } from './diff-marks.tsx';
import { linesOf } from './property-words.ts';

export type DiffViewProps = {
  diff: FormDiff;
  /** What heads each side, as in "Version 3". */
  before: string;
  after: string;
  onlyDifferences?: boolean;
};

const EDGES: Record<FieldDiff['kind'], string> = {
  added: 'border-l-success',
  removed: 'border-l-danger',
  changed: 'border-l-warning',
  same: 'border-l-transparent',
};

/** Two versions of a form side by side, field by field; on phones one below the other. */
export function DiffView({ diff, before, after, onlyDifferences = false }: DiffViewProps) {
  const t = useTranslations('definitions.compare');
  if (isSameForm(diff)) {
    return (
      <EmptyState icon={<Icon of={Equal} />} title={t('same')} className="py-8">
        <p>{t('sameHelp')}</p>
      </EmptyState>
    );
  }
  const fields = diff.fields.filter(({ kind, moved }) => !onlyDifferences || kind !== 'same' || moved);
  return (
    <div className="grid">
      <div
        aria-hidden
        className="grid grid-cols-2 gap-4 border-line border-b px-4 py-2 font-medium text-muted text-xs max-md:hidden"
      >
        <span>{before}</span>
        <span>{after}</span>
      </div>
      <ol className="divide-y divide-line">
        {diff.form.length > 0 ? (
          <li className={cn('border-l-3 px-4 py-3', EDGES.changed)}>
            <p className="mb-2 flex flex-wrap items-center gap-2 font-medium">
              {t('form')}
              <DiffMarks kind="changed" moved={false} />
            </p>
            <Changes changes={diff.form} before={before} after={after} ofForm />
          </li>
        ) : null}
        {fields.map((field) => (
          <li key={field.name} className={cn('border-l-3 px-4 py-3', EDGES[field.kind])}>
            <FieldRow field={field} before={before} after={after} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function FieldRow({ field, before, after }: { field: FieldDiff; before: string; after: string }) {
  const marks = field.kind !== 'same' || field.moved;
  return (
    <div className="grid gap-2">
      <div className="grid gap-x-4 gap-y-2 md:grid-cols-2">
        {/* One below the other, twice the same would say nothing. */}
        <Side
          field={field.before}
          isGone={field.kind === 'removed'}
          side={before}
          className={marks ? undefined : 'max-md:hidden'}
        />
        <Side field={field.after} isGone={false} side={after} marks={marks ? field : null} />
      </div>
      {field.changes.length > 0 ? <Changes changes={field.changes} before={before} after={after} /> : null}
    </div>
  );
}

type SideProps = {
  field: UserTaskField | null;
  isGone: boolean;
  side: string;
  marks?: FieldDiff | null;
  className?: string | undefined;
};

function Side({ field, isGone, side, marks = null, className }: SideProps) {
  const t = useTranslations('definitions.compare');
  const language = useLanguage();
  const isMarked = marks !== null && marks.kind !== 'removed';
  return (
    <div className={cn('flex flex-wrap items-center gap-x-2 gap-y-1', className)}>
      <span className="text-muted text-xs md:sr-only">{side}:</span>
      {field ? (
        <>
          <span className={cn('font-medium', isGone && 'text-muted line-through')}>{fieldLabel(field, language)}</span>
          <span className="font-mono text-muted text-xs">{field.name}</span>
          <Badge mono>{field.type}</Badge>
        </>
      ) : (
        <span className="text-muted">{t('notThere')}</span>
      )}
      {isMarked ? <DiffMarks {...marks} /> : null}
      {marks?.kind === 'removed' ? <DiffMarks {...marks} /> : null}
    </div>
  );
}

type ChangesProps = {
  changes: readonly Change<FieldProperty | FormProperty>[];
  before: string;
  after: string;
  ofForm?: boolean;
};

function Changes({ changes, before, after, ofForm = false }: ChangesProps) {
  const t = useTranslations('definitions.properties');
  const words = useTranslations('definitions.compare');
  const language = useLanguage();
  const say = { yes: words('yes'), no: words('no'), nothing: words('nothing') };
  const nameOf = (property: FieldProperty | FormProperty) => {
    if (ofForm && property === 'displayName') return t('title');
    if (ofForm && property === 'description') return t('formDescription');
    return t(property);
  };
  return (
    <dl className="grid gap-2 text-sm">
      {changes.map(({ property, before: old, after: now }) => (
        <div key={property} className="rounded-md bg-sunken px-3 py-2">
          <dt className="text-muted text-xs">{nameOf(property)}</dt>
          <dd className="grid gap-x-4 gap-y-1 md:grid-cols-2">
            <del className="text-danger-ink no-underline">
              <span className="sr-only">{before}: </span>
              <Lines lines={linesOf(property, old, say, language)} />
            </del>
            <ins className="text-success-ink no-underline">
              <span className="sr-only">{after}: </span>
              <Lines lines={linesOf(property, now, say, language)} />
            </ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return lines.map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines of a text have no other name, and never move.
    <span key={index} className="block wrap-anywhere">
      {line}
    </span>
  ));
}
