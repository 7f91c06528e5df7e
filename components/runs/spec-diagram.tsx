'use client';

import { X } from 'lucide';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { nodeLabel } from '#contracts/node-label.ts';
import type { WfSpec } from '#contracts/wf-spec.ts';
import { DiagramView } from '../diagram/diagram-view.tsx';
import type { Pictures } from '../diagram/picture.ts';
import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Panel } from '../ui/panel.tsx';
import { TextLink } from '../ui/text-link.tsx';
import { NodeFacts } from './node-facts.tsx';
import { NodeType } from './node-type.tsx';

/** The diagram of a WfSpec; a step that is chosen says what it does. */
export function SpecDiagram({ spec, pictures }: { spec: WfSpec; pictures: Pictures }) {
  const t = useTranslations('runs.diagram');
  const [selected, select] = useState<string | null>(null);
  return (
    <Panel flush title={t('title')} description={t('help')}>
      <div className={selected ? 'grid lg:grid-cols-[minmax(0,1fr)_20rem]' : ''}>
        <DiagramView
          label={t('ofSpec', { name: spec.name })}
          pictures={pictures}
          selected={selected}
          onSelect={select}
        />
        {selected ? <StepAside spec={spec} id={selected} onClose={() => select(null)} /> : null}
      </div>
    </Panel>
  );
}

function StepAside({ spec, id, onClose }: { spec: WfSpec; id: string; onClose: () => void }) {
  const t = useTranslations('runs');
  const [thread = '', name = ''] = id.split('/');
  const node = spec.threads[thread]?.nodes[name];
  if (!node) return null;
  return (
    <section
      aria-label={nodeLabel(name)}
      aria-live="polite"
      className="grid content-start gap-3 overflow-y-auto border-line px-4 py-3 max-lg:border-t lg:max-h-140 lg:border-l"
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
      <NodeFacts node={node} />
      <p className="text-sm">
        <TextLink href={`#node-${thread}-${name}`}>{t('spec.goToStep', { name: nodeLabel(name) })}</TextLink>
      </p>
    </section>
  );
}
