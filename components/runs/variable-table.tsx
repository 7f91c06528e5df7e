'use client';

import { EyeOff } from 'lucide';
import { useTranslations } from 'use-intl';
import { isJsonObject } from '#contracts/json.ts';
import { typeName } from '#contracts/value.ts';
import type { RunVariable } from '#contracts/wf-run.ts';
import { Badge } from '../ui/badge.tsx';
import { Icon } from '../ui/icon.tsx';
import { JsonView } from '../ui/json-view.tsx';

/** What a run knows now. */
export function VariableTable({ variables }: { variables: readonly RunVariable[] }) {
  const t = useTranslations('runs.run');
  if (variables.length === 0) return <p className="text-muted text-sm">{t('noVariables')}</p>;
  const hasThreads = variables.some(({ threadRunNumber }) => threadRunNumber > 0);
  return (
    <dl className="grid grid-cols-1 gap-4">
      {variables.map((variable) => (
        <div key={`${variable.threadRunNumber}/${variable.name}`} className="grid grid-cols-1 gap-1">
          <dt className="flex items-center gap-2 text-sm">
            <span className="truncate font-medium">{variable.name}</span>
            <Badge mono>{typeName(variable.type)}</Badge>
            {hasThreads ? (
              <span className="ml-auto shrink-0 text-muted text-xs">
                {t('thread', { number: `${variable.threadRunNumber}` })}
              </span>
            ) : null}
          </dt>
          <dd className="min-w-0 text-sm">
            <Value variable={variable} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Value({ variable: { name, value, masked } }: { variable: RunVariable }) {
  const t = useTranslations('runs.run');
  if (masked) {
    return (
      <span className="inline-flex items-center gap-1.5 text-muted [&_svg]:size-3.5">
        <Icon of={EyeOff} />
        {t('maskedValue')}
      </span>
    );
  }
  if (value === null) return <span className="text-muted">{t('nothing')}</span>;
  if (isJsonObject(value) || Array.isArray(value)) return <JsonView label={name} value={value} />;
  return <span className="whitespace-pre-wrap wrap-anywhere">{String(value)}</span>;
}
