import { Anchor } from './anchor.tsx';
import { anchorOf } from './reference.ts';
import { type JsonSchema, typeOf } from './schema.ts';

/** The type of a value; named schemas lead to where they are described. */
export function TypeText({ schema }: { schema: JsonSchema }) {
  return (
    <span className="font-mono text-muted text-xs">
      {typeOf(schema).map((part, index) =>
        part.schema ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a type have an order and nothing else
          <Anchor key={index} to={anchorOf.schema(part.schema)}>
            {part.text}
          </Anchor>
        ) : (
          part.text
        ),
      )}
    </span>
  );
}
