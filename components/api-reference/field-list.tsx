import { Fragment } from 'react';
import { Markdown } from '../ui/markdown.tsx';
import { type Field, type JsonSchema, limitsOf, nestedShapes, shapesOf } from './schema.ts';
import { TypeText } from './type-text.tsx';

type Row = Field & { description?: string | undefined };

/** Whether a caller sends these fields or gets them: who sends must know the limits, who gets must know what may be missing. */
type Direction = { sent?: boolean };

/** Fields one below the other: name, type, whether it must be there, what it is for, and the fields below it. */
export function FieldList({ fields, sent = false }: Direction & { fields: Row[] }) {
  return (
    <ul className="divide-y divide-line border-line border-y">
      {fields.map(({ name, required, schema, description = schema.description }) => (
        <li key={name} className="grid gap-1 py-2">
          <div className="flex flex-wrap items-baseline gap-x-2">
            <span className="font-medium font-mono text-ink text-xs">{name}</span>
            <TypeText schema={schema} />
            {sent && required ? <span className="text-warning-ink text-xs">required</span> : null}
            {!sent && !required ? <span className="text-muted text-xs">optional</span> : null}
          </div>
          {description ? <Markdown className="text-sm">{description}</Markdown> : null}
          {sent ? <Limits schema={schema} /> : null}
          <Nested schema={schema} sent={sent} />
        </li>
      ))}
    </ul>
  );
}

/** The fields of a schema; of a choice, those of each choice. */
export function SchemaFields({ schema, sent = false }: Direction & { schema: JsonSchema }) {
  const shapes = shapesOf(schema);
  return shapes.length > 0 ? <Shapes shapes={shapes} sent={sent} /> : <TypeText schema={schema} />;
}

function Shapes({ shapes, sent }: Required<Direction> & { shapes: Field[][] }) {
  return shapes.map((fields, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the choices of a schema have an order and no name
    <Fragment key={index}>
      {index > 0 ? <p className="my-2 text-muted text-xs">or</p> : null}
      <FieldList fields={fields} sent={sent} />
    </Fragment>
  ));
}

function Limits({ schema }: { schema: JsonSchema }) {
  const limits = limitsOf(schema);
  return limits.length > 0 ? <p className="break-words text-muted text-xs">{limits.join(' · ')}</p> : null;
}

function Nested({ schema, sent }: Required<Direction> & { schema: JsonSchema }) {
  const shapes = nestedShapes(schema);
  if (shapes.length === 0) return null;
  return (
    <details className="mt-1">
      <summary className="w-fit text-accent-ink text-xs">Its fields</summary>
      <div className="mt-2 border-line border-l pl-3">
        <Shapes shapes={shapes} sent={sent} />
      </div>
    </details>
  );
}
