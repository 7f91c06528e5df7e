'use client';

import { useTranslations } from 'use-intl';
import { describeAssignment, describeMutation } from '#contracts/describe-assignment.ts';
import { nodeLabel } from '#contracts/node-label.ts';
import { typeName } from '#contracts/value.ts';
import type { ThreadSpec, ThreadVariable, WfNode, WfSpec } from '#contracts/wf-spec.ts';
import { Badge } from '../ui/badge.tsx';
import { InlineCode } from '../ui/code-block.tsx';
import { Panel } from '../ui/panel.tsx';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '../ui/table.tsx';
import { Facts, NodeFacts } from './node-facts.tsx';
import { inOrder } from './node-order.ts';
import { NodeType } from './node-type.tsx';

/** A WfSpec to read: each thread with its variables and its nodes in the order in which they are reached. */
export function WfSpecView({ spec }: { spec: WfSpec }) {
  const names = Object.keys(spec.threads).sort((a, b) => Number(b === spec.entrypoint) - Number(a === spec.entrypoint));
  return names.map((name) => {
    const thread = spec.threads[name];
    return thread ? (
      <ThreadView key={name} name={name} thread={thread} isEntrypoint={name === spec.entrypoint} />
    ) : null;
  });
}

function ThreadView({ name, thread, isEntrypoint }: { name: string; thread: ThreadSpec; isEntrypoint: boolean }) {
  const t = useTranslations('runs');
  return (
    <section aria-label={t('spec.threadOf', { name })} className="grid gap-4">
      <h2 className="flex items-center gap-2 font-semibold text-lg wrap-anywhere">
        {name} {isEntrypoint ? <Badge>{t('diagram.startsTheRun')}</Badge> : null}
      </h2>
      {thread.interrupts.length > 0 ? (
        <Facts
          lines={thread.interrupts.map(
            ({ externalEventDefName, handler }) =>
              [t('node.interrupt', { name: externalEventDefName }), t('node.runsThread', { thread: handler })] as const,
          )}
        />
      ) : null}
      {thread.variables.length > 0 ? <VariableDefs thread={thread} /> : null}
      <Panel flush title={t('spec.steps')}>
        <ol className="divide-y divide-line">
          {inOrder(thread).map(([nodeName, node]) => (
            <li
              key={nodeName}
              id={`node-${name}-${nodeName}`}
              className="grid scroll-mt-4 gap-1.5 px-4 py-3 target:bg-accent-soft"
            >
              <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <span className="font-medium wrap-anywhere">{nodeLabel(nodeName)}</span>
                <NodeType type={node.type} />
                {nodeLabel(nodeName) === nodeName ? null : (
                  <span className="font-mono text-2xs text-muted wrap-anywhere">{nodeName}</span>
                )}
              </p>
              <NodeFacts node={node} />
              <Edges thread={name} node={node} />
            </li>
          ))}
        </ol>
      </Panel>
    </section>
  );
}

function VariableDefs({ thread }: { thread: ThreadSpec }) {
  const t = useTranslations('runs.spec');
  return (
    <Panel flush title={t('variables')}>
      <Table label={t('variables')}>
        <TableHead>
          <TableHeader>{t('name')}</TableHeader>
          <TableHeader>{t('type')}</TableHeader>
          <TableHeader>{t('atStart')}</TableHeader>
        </TableHead>
        <TableBody>
          {thread.variables.map((variable) => (
            <TableRow key={variable.name}>
              <TableCell className="font-medium">{variable.name}</TableCell>
              <TableCell className="md:whitespace-nowrap">
                <Badge mono>{typeName(variable.type)}</Badge>
                <Traits variable={variable} />
              </TableCell>
              <TableCell className="w-full text-muted">
                <Beginning variable={variable} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Panel>
  );
}

function Beginning({ variable: { access, required, default: fallback } }: { variable: ThreadVariable }) {
  const t = useTranslations('runs.spec');
  if (access === 'INHERITED') return t('inherited');
  if (fallback === undefined) return required ? t('requiredInput') : t('optionalInput');
  return (
    <>
      {t('inputOr')} <InlineCode>{JSON.stringify(fallback)}</InlineCode>
    </>
  );
}

function Traits({ variable }: { variable: ThreadVariable }) {
  const t = useTranslations('runs.spec');
  const traits = [
    variable.access === 'PRIVATE' ? [] : [t('access', { access: variable.access })],
    variable.masked ? [t('masked')] : [],
    variable.searchable || variable.jsonIndexes.length > 0 ? [t('searchable')] : [],
  ].flat();
  return traits.length > 0 ? <span className="ml-2 text-muted text-xs">{traits.join(', ')}</span> : null;
}

function Edges({ thread, node }: { thread: string; node: WfNode }) {
  const t = useTranslations('runs.node');
  if (node.type === 'EXIT') return null;
  return (
    <ul className="grid gap-1 text-sm">
      {node.edges.map((edge, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: edges have no name, and their order is what they mean.
        <li key={index} className="text-muted">
          {edge.mutations.map((mutation, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: mutations have no name, and their order is what they mean.
            <p key={at} className="font-mono text-xs wrap-anywhere">
              {describeMutation(mutation)}
            </p>
          ))}
          <p className="wrap-anywhere">
            {edge.condition
              ? `${t('condition', { condition: describeAssignment(edge.condition) })} `
              : node.edges.length > 1
                ? `${t('otherwise')} `
                : ''}
            →{' '}
            <a
              href={`#node-${thread}-${edge.to}`}
              className="text-ink underline decoration-line-strong underline-offset-[3px]"
            >
              {nodeLabel(edge.to)}
            </a>
          </p>
        </li>
      ))}
    </ul>
  );
}
