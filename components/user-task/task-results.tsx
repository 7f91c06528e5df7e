import type { JsonObject } from '#contracts/json.ts';
import { fieldLabel, type UserTaskField } from '#contracts/user-task-def.ts';
import { inWords } from '../form/answers.ts';
import { AbsoluteTime } from '../ui/relative-time.tsx';

/** What was answered, in the order of the form. */
export function TaskResults({
  label,
  fields,
  results,
}: {
  label: string;
  fields: readonly UserTaskField[];
  results: JsonObject;
}) {
  if (fields.length === 0) return null;
  return (
    <section aria-label={label} className="rounded-lg border border-line bg-surface">
      <h3 className="border-line border-b px-4 py-2.5 font-semibold text-base">{label}</h3>
      <dl className="divide-y divide-line">
        {fields.map((field) => {
          const value = results[field.name];
          return (
            <div key={field.name} className="grid gap-0.5 px-4 py-2.5">
              <dt className="text-muted text-sm">{fieldLabel(field)}</dt>
              <dd className={value === undefined || value === null ? 'text-muted' : 'whitespace-pre-wrap text-ink'}>
                {field.type === 'TIMESTAMP' && typeof value === 'string' ? (
                  <AbsoluteTime at={value} />
                ) : (
                  inWords(field, value)
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
