import { Fragment, type ReactNode } from 'react';
import { CodeBlock } from '../ui/code-block.tsx';
import { Markdown } from '../ui/markdown.tsx';
import { Anchor } from './anchor.tsx';
import { FieldList, SchemaFields } from './field-list.tsx';
import { MethodBadge } from './method-badge.tsx';
import { anchorOf, type ReferenceOperation } from './reference.ts';

/** All there is to know of one operation: words and fields at the left, a call to copy at the right. */
export function OperationArticle({ operation }: { operation: ReferenceOperation }) {
  const { id, method, path, summary, description, callers, parameters, body, answer, errors, curl } = operation;
  return (
    <article
      id={anchorOf.operation(id)}
      aria-labelledby={`${id}-name`}
      className="grid scroll-mt-14 grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-5 border-line border-t py-8 xl:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]"
    >
      <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-5">
        <header className="grid gap-2">
          <h3 id={`${id}-name`} className="font-semibold text-lg">
            <Anchor quiet to={anchorOf.operation(id)}>
              {summary}
            </Anchor>
          </h3>
          <p className="flex flex-wrap items-center gap-2 font-mono text-sm">
            <MethodBadge method={method} />
            <PathText path={path} />
          </p>
          {description ? <Markdown>{description}</Markdown> : null}
          <p className="text-muted text-sm">
            {callers} Operation id <code className="font-mono text-xs">{id}</code>.
          </p>
        </header>
        {parameters.length > 0 ? (
          <Part title="Parameters">
            <FieldList sent fields={parameters.map((parameter) => ({ ...parameter, name: placed(parameter) }))} />
          </Part>
        ) : null}
        {body ? (
          <Part title="Body">
            <SchemaFields sent schema={body} />
          </Part>
        ) : null}
        <Part title={`Answer ${answer.status}`}>
          {answer.schema ? <SchemaFields schema={answer.schema} /> : <p className="text-muted text-sm">No body.</p>}
        </Part>
        <p className="text-sm leading-6">
          <span className="text-muted">May be refused with </span>
          {errors.map((code, index) => (
            <span key={code}>
              {index > 0 ? ', ' : ''}
              <Anchor quiet to={anchorOf.problem(code)} className="font-mono text-xs">
                {code}
              </Anchor>
            </span>
          ))}
        </p>
      </div>
      <CodeBlock label={`curl, ${summary}`} code={curl} className="self-start xl:sticky xl:top-20" />
    </article>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-2">
      <h4 className="font-medium text-sm">{title}</h4>
      {children}
    </section>
  );
}

/** A path whose parameters stand out, and which breaks between its parts. */
function PathText({ path }: { path: string }) {
  return (
    <span>
      {path.split(/(?=\/)/).map((part) => (
        <Fragment key={part}>
          <wbr />
          {part.startsWith('/{') ? (
            <>
              /<span className="text-accent-ink">{part.slice(1)}</span>
            </>
          ) : (
            part
          )}
        </Fragment>
      ))}
    </span>
  );
}

const placed = ({ name, in: place }: { name: string; in: string }) => (place === 'header' ? `${name} (header)` : name);
