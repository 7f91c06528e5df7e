'use client';

import { useReactFlow } from '@xyflow/react';
import { MapPin, Maximize, RotateCw, ZoomIn, ZoomOut } from 'lucide';
import { useTranslations } from 'use-intl';
import type { DiagramThread } from '#contracts/diagram.ts';
import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { FIT, fitThread, useGlide } from './fitting.ts';
import type { RunMarks } from './picture.ts';

type ToolsProps = {
  threads: readonly DiagramThread[];
  marks: RunMarks | undefined;
  onTurn: () => void;
};

/** What stands over a picture: to zoom and turn it, and to go to one of its threads. */
export function Tools({ threads, marks, onTurn }: ToolsProps) {
  const t = useTranslations('runs.diagram');
  const flow = useReactFlow();
  const glide = useGlide();
  const busy = busyThreads(marks);
  return (
    <>
      <div className="absolute top-2 right-2 flex rounded-md border border-line bg-raised shadow-sm">
        <IconButton
          label={t('zoomIn')}
          icon={<Icon of={ZoomIn} />}
          onClick={() => flow.zoomIn({ duration: glide() })}
        />
        <IconButton
          label={t('zoomOut')}
          icon={<Icon of={ZoomOut} />}
          onClick={() => flow.zoomOut({ duration: glide() })}
        />
        <IconButton
          label={t('fit')}
          icon={<Icon of={Maximize} />}
          onClick={() => flow.fitView({ ...FIT, duration: glide() })}
        />
        <IconButton label={t('turn')} icon={<Icon of={RotateCw} />} onClick={onTurn} />
      </div>
      {threads.length > 1 ? (
        <fieldset className="absolute bottom-2 left-2 flex max-w-[calc(100%-1rem)] gap-1 overflow-x-auto rounded-md border border-line bg-raised p-1 shadow-sm">
          <legend className="sr-only">{t('goToThread')}</legend>
          {threads.map(({ name }) => (
            <button
              key={name}
              type="button"
              onClick={() => flow.fitView({ ...fitThread(name), duration: glide() })}
              className="inline-flex h-7 shrink-0 items-center gap-1 rounded-sm px-2 font-medium text-muted text-xs hover:bg-hover hover:text-ink touch:h-11 [&_svg]:size-3"
            >
              {busy.has(name) ? <Icon of={MapPin} aria-label={t('stands')} className="text-info-ink" /> : null}
              {name}
            </button>
          ))}
        </fieldset>
      ) : null}
    </>
  );
}

/** The threads, by name, in which something stands that has not ended. */
function busyThreads(marks: RunMarks | undefined): ReadonlySet<string> {
  const standing = Object.entries(marks?.steps ?? {}).filter(
    ([, { threads, status }]) => threads.length > 0 && status !== 'COMPLETED',
  );
  return new Set(standing.map(([id]) => id.split('/')[0] ?? ''));
}
