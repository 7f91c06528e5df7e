import { Fragment } from 'react';
import { Markdown } from '../ui/markdown.tsx';
import { type Field, type JsonSchema, limitsOf, nestedShapes, shapesOf } from './schema.ts';
import { TypeText } from './type-text.tsx';

type Row = Field & { description?: string | undefined };

/** Fields one below the other: name, type, whether it must be there, what it is for, and the fields below it. */
export function FieldList({ fields }: { fields: Row[] }) {
  return (
    <ul className="divide-y divide-line border-line border-y">
      {fields.map(({ name, required, schema, description = schema.description }) => (
        <li key={name} className="grid gap-1 py-2">
          <div className="flex flex-wrap items-baseline gap-x-2">
            <span className="font-medium font-mono text-ink text-xs">{name}</span>
            <TypeText schema={schema} />
            {required ? <span className="text-warning-ink text-xs">required</span> : null}
          </div>
          {description ? <Markdown>{description}</Markdown> : null}
          <Limits schema={schema} />
          <Nested schema={schema} />
        </li>
      ))}
    </ul>
  );
}

/** The fields of a schema; of a choice, those of each choice. */
export function SchemaFields({ schema }: { schema: JsonSchema }) {
  const shapes = shapesOf(schema);
  if (shapes.length === 0) {
    return (
      <div className="grid gap-1">
        <TypeText schema={schema} />
        <Limits schema={schema} />
      </div>
    );
  }
  return <Shapes shapes={shapes} />;
}

function Shapes({ shapes }: { shapes: Field[][] }) {
  return shapes.map((fields, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the choices of a schema have an order and no name
    <Fragment key={index}>
      {index > 0 ? <p className="my-2 text-muted text-xs">or</p> : null}
      <FieldList fields={fields} />
    </Fragment>
  ));
}

function Limits({ schema }: { schema: JsonSchema }) {
  const limits = limitsOf(schema);
  return limits.length > 0 ? <p className="break-words text-muted text-xs">{limits.join(' · ')}</p> : null;
}

function Nested({ schema }: { schema: JsonSchema }) {
  const shapes = nestedShapes(schema);
  if (shapes.length === 0) return null;
  return (
    <details className="mt-1">
      <summary className="w-fit text-accent-ink text-xs">Its fields</summary>
      <div className="mt-2 border-line border-l pl-3">
        <Shapes shapes={shapes} />
      </div>
    </details>
  );
}
