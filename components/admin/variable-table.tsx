import { isJsonObject } from '#contracts/json.ts';
import { typeName } from '#contracts/value.ts';
import type { RunVariable } from '#contracts/wf-run.ts';
import { Badge } from '../ui/badge.tsx';
import { JsonView } from '../ui/json-view.tsx';

/** What a run knows now. */
export function VariableTable({ variables }: { variables: readonly RunVariable[] }) {
  if (variables.length === 0) return <p className="text-muted text-sm">This WfSpec has no variables.</p>;
  const hasThreads = variables.some(({ threadRunNumber }) => threadRunNumber > 0);
  return (
    <dl className="grid gap-4">
      {variables.map((variable) => (
        <div key={`${variable.threadRunNumber}/${variable.name}`} className="grid gap-1">
          <dt className="flex items-center gap-2 text-sm">
            <span className="truncate font-medium">{variable.name}</span>
            <Badge mono>{typeName(variable.type)}</Badge>
            {hasThreads ? <span className="ml-auto text-muted text-xs">thread {variable.threadRunNumber}</span> : null}
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
  if (masked) return <span className="text-muted">Masked</span>;
  if (value === null) return <span className="text-muted">null</span>;
  if (isJsonObject(value) || Array.isArray(value)) return <JsonView label={name} value={value} />;
  return <span className="whitespace-pre-wrap wrap-anywhere">{String(value)}</span>;
}
