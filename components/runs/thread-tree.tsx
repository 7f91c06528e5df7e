'use client';

import { useTranslations } from 'use-intl';
import { nodeLabel } from '#contracts/node-label.ts';
import { type HaltReason, isEnded, type ThreadRun } from '#contracts/wf-run.ts';
import { RunStatus } from '../diagram/run-status.tsx';
import { PersonName } from '../people/person-name.tsx';
import { AbsoluteTime } from '../ui/relative-time.tsx';

export type ThreadTreeProps = {
  threads: readonly ThreadRun[];
  /** The thread that the diagram is narrowed to. */
  only: number | null;
  onOnly: (number: number | null) => void;
};

/** The threads of a run, each below the one that it belongs to; a thread that is chosen has the diagram to itself. */
export function ThreadTree({ threads, only, onOnly }: ThreadTreeProps) {
  const numbers = new Set(threads.map(({ number }) => number));
  const roots = threads.filter(({ parentThreadRunNumber: parent }) => parent === null || !numbers.has(parent));
  return <Branch threads={threads} here={roots} only={only} onOnly={onOnly} />;
}

function Branch({ threads, here, only, onOnly }: ThreadTreeProps & { here: readonly ThreadRun[] }) {
  return (
    <ul className="grid grid-cols-1 gap-2.5">
      {here.map((thread) => {
        const children = threads.filter(({ parentThreadRunNumber }) => parentThreadRunNumber === thread.number);
        return (
          <li key={thread.number} className="grid grid-cols-1 gap-2.5">
            <Thread thread={thread} isOnly={only === thread.number} onOnly={onOnly} canBeOnly={threads.length > 1} />
            {children.length > 0 ? (
              <div className="ml-2 border-line-strong border-l pl-3">
                <Branch threads={threads} here={children} only={only} onOnly={onOnly} />
              </div>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

type ThreadProps = { thread: ThreadRun; isOnly: boolean; canBeOnly: boolean; onOnly: ThreadTreeProps['onOnly'] };

function Thread({ thread, isOnly, canBeOnly, onOnly }: ThreadProps) {
  const t = useTranslations('runs');
  const { number, threadSpecName, status, type, parentThreadRunNumber, currentNodeName, haltReasons } = thread;
  const parent = `${parentThreadRunNumber ?? ''}`;
  const name = (
    <>
      <span className="text-muted tabular-nums">{number}</span> {threadSpecName}
    </>
  );
  return (
    <div className="grid grid-cols-1 gap-0.5 text-sm">
      <span className="flex items-center justify-between gap-3">
        {canBeOnly ? (
          <button
            type="button"
            aria-pressed={isOnly}
            title={`${threadSpecName}: ${t('run.onlyThread', { number: `${number}` })}`}
            onClick={() => onOnly(isOnly ? null : number)}
            className="-mx-1.5 min-w-0 truncate rounded-sm px-1.5 text-left font-medium hover:bg-hover aria-pressed:bg-accent-soft aria-pressed:text-accent-ink touch:min-h-11"
          >
            {name}
          </button>
        ) : (
          <span className="min-w-0 truncate font-medium">{name}</span>
        )}
        <RunStatus bare status={status} />
      </span>
      <span className="text-muted text-xs wrap-anywhere">
        {t(isEnded(status) ? 'run.endedAt' : 'run.standsAt', { node: nodeLabel(currentNodeName) })}
        {parentThreadRunNumber === null ? null : ` · ${t(`threadType.${type}`, { parent })}`}
      </span>
      {haltReasons.map((reason) => (
        <Halted key={reason.type} reason={reason} />
      ))}
    </div>
  );
}

/** Why a thread stands still; of one that somebody stopped also who, when and why. */
function Halted({ reason: { type, threadRunNumber, stopped } }: { reason: HaltReason }) {
  const t = useTranslations('runs');
  const why = stopped ? (
    <>
      {stopped.by === null ? t('haltReason.MANUAL_HALT') : <PersonName id={stopped.by} />} ·{' '}
      <AbsoluteTime at={stopped.at} />
      {stopped.reason === null ? null : (
        <span className="mt-0.5 block whitespace-pre-wrap text-ink wrap-anywhere">{stopped.reason}</span>
      )}
    </>
  ) : (
    t(`haltReason.${type}`, { thread: `${threadRunNumber ?? ''}` })
  );
  return (
    <span className="text-muted text-xs">
      {t(stopped ? 'run.stoppedBy' : 'run.halted')} {why}
    </span>
  );
}
