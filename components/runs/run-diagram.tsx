'use client';

import { X } from 'lucide';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { nodeLabel } from '#contracts/node-label.ts';
import type { WfRun } from '#contracts/wf-run.ts';
import type { WfSpec } from '#contracts/wf-spec.ts';
import { DiagramView } from '../diagram/diagram-view.tsx';
import type { Pictures, RunMarks } from '../diagram/picture.ts';
import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Panel } from '../ui/panel.tsx';
import { NodeFacts } from './node-facts.tsx';
import { NodeRunList } from './node-run-list.tsx';
import { NodeType } from './node-type.tsx';

export type RunDiagramProps = {
  run: WfRun;
  spec: WfSpec;
  pictures: Pictures;
  marks: RunMarks;
  /** The thread that it is narrowed to. */
  only: number | null;
};

/** The diagram of a run: where each thread stands and how each node does; a node that is chosen shows its node runs. */
export function RunDiagram({ run, spec, pictures, marks, only }: RunDiagramProps) {
  const t = useTranslations('runs');
  const [selected, select] = useState<string | null>(null);
  return (
    <Panel
      flush
      title={t('diagram.title')}
      description={only === null ? t('diagram.helpRun') : t('run.onlyThread', { number: `${only}` })}
    >
      <div className={selected ? 'grid lg:grid-cols-[minmax(0,1fr)_22rem]' : ''}>
        <DiagramView
          label={t('diagram.ofSpec', { name: spec.name })}
          pictures={pictures}
          marks={marks}
          selected={selected}
          onSelect={select}
        />
        {selected ? (
          <NodeAside run={run} spec={spec} id={selected} only={only} marks={marks} onClose={() => select(null)} />
        ) : null}
      </div>
    </Panel>
  );
}

type NodeAsideProps = Omit<RunDiagramProps, 'pictures'> & { id: string; onClose: () => void };

function NodeAside({ run, spec, id, only, marks, onClose }: NodeAsideProps) {
  const t = useTranslations('runs');
  const [thread = '', name = ''] = id.split('/');
  const node = spec.threads[thread]?.nodes[name];
  if (!node) return null;
  const state = marks.steps[id];
  return (
    <section
      aria-label={t('run.nodeRunsOf', { node: nodeLabel(name) })}
      className="grid content-start gap-4 overflow-y-auto border-line px-4 py-3 max-lg:border-t lg:max-h-140 lg:border-l"
    >
      <header className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <h3 title={name} className="font-semibold wrap-anywhere">
            {nodeLabel(name)}
          </h3>
          <NodeType type={node.type} />
        </div>
        <IconButton label={t('diagram.closeStep')} icon={<Icon of={X} />} size="sm" onClick={onClose} />
      </header>
      <NodeRunList
        // What is told of a node is read anew when it stands otherwise.
        revision={`${state?.arrivals ?? 0} ${state?.status ?? ''} ${run.status}`}
        wfRunId={run.id}
        threadSpecName={thread}
        nodeName={name}
        threadRunNumber={only}
      />
      <NodeFacts node={node} />
    </section>
  );
}
