'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ExternalEventDef } from '#contracts/event-def.ts';
import type { JsonValue } from '#contracts/json.ts';
import type { Action } from '#contracts/operations/action.ts';
import { MAX_REASON_LENGTH } from '#contracts/text-limits.ts';
import { isEnded, type WfRun } from '#contracts/wf-run.ts';
import type { WfSpec } from '#contracts/wf-spec.ts';
import { readApi } from '../api/read-api.ts';
import { useRefusalWords } from '../api/use-refusal-words.ts';
import { Callout } from '../ui/callout.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Field } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { toast } from '../ui/toast.ts';
import { loadStructs } from '../values/load-structs.ts';
import { useFaultWords } from '../values/use-fault-words.ts';
import { type Draft, emptyDraft, readDraft, type Structs } from '../values/value-draft.ts';
import { ValueField } from '../values/value-field.tsx';

export type PostEventDialogProps = {
  run: WfRun;
  spec: WfSpec;
  putExternalEvent: Action<'putExternalEvent'>;
  onClose: () => void;
};

const PATH = 'content';
const ANY_THREAD = '*';

/** Posts an event to a run: which one, to whom, and its content as the ExternalEventDef types it. */
export function PostEventDialog({ run, spec, putExternalEvent, onClose }: PostEventDialogProps) {
  const t = useTranslations('runs.actions');
  const words = useRefusalWords();
  const faultWords = useFaultWords();
  const { data: defs, isError } = useQuery({
    queryKey: ['externalEventDefs'],
    queryFn: ({ signal }) => loadDefs(signal),
  });
  const awaited = awaitedBy(run, spec);
  const sorted = defs?.toSorted((a, b) => Number(awaited.has(b.def.name)) - Number(awaited.has(a.def.name)));
  const [name, setName] = useState<string | null>(null);
  const [thread, setThread] = useState(ANY_THREAD);
  const [draft, setDraft] = useState<Draft | null>(null);
  const [errors, setErrors] = useState<ReadonlyMap<string, string>>(new Map());
  const chosen = sorted?.find(({ def }) => def.name === name) ?? sorted?.[0];
  const type = chosen?.def.contentType ?? 'JSON_OBJ';
  const structs = chosen?.structs ?? {};
  const hasType = chosen?.def.contentType !== undefined;
  const content = draft ?? emptyDraft(type, structs);
  const live = run.threadRuns.filter(({ status }) => !isEnded(status));

  function read(): { value: JsonValue } | null {
    // Without a type any content will do, also a text or a number as JSON.
    const { value, errors: wrong } = hasType
      ? readDraft(type, content, PATH, structs)
      : readAny(typeof content === 'string' ? content : '');
    setErrors(new Map(wrong.map(({ path, fault }) => [path, faultWords(fault)])));
    return wrong.length > 0 ? null : { value: value ?? null };
  }

  async function confirm(reason: string): Promise<string | undefined> {
    if (!chosen) return t('noEventDefs');
    const given = read();
    if (!given) return t('failedContent');
    const result = await putExternalEvent({
      wfRunId: run.id,
      externalEventDefName: chosen.def.name,
      content: given.value,
      ...(reason && { reason }),
      ...(thread !== ANY_THREAD && { threadRunNumber: Number(thread) }),
    });
    if (!result.ok)
      return [words(result.refusal), ...(result.refusal.errors ?? []).map(({ message }) => message)].join(' ');
    toast.success(t('eventPosted'));
    return undefined;
  }

  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={t('eventTitle')}
      description={t('eventText')}
      confirmLabel={t('eventConfirm')}
      dismissLabel={t('dismissEvent')}
      reason={{ label: t('why'), help: t('whyHelp'), maxLength: MAX_REASON_LENGTH }}
      onConfirm={confirm}
    >
      {isError ? <Callout tone="danger">{t('failed')}</Callout> : null}
      {sorted === undefined && !isError ? <Skeleton className="h-36" /> : null}
      {sorted?.length === 0 ? <Callout>{t('noEventDefs')}</Callout> : null}
      {sorted && chosen ? (
        <>
          <Field label={t('eventKind')} help={chosen.def.description}>
            <Select
              value={chosen.def.name}
              onValueChange={(next) => {
                setName(next);
                setDraft(null);
                setErrors(new Map());
              }}
              options={sorted.map(({ def }) => ({
                value: def.name,
                label: awaited.has(def.name) ? `${def.name} (${t('awaited')})` : def.name,
              }))}
            />
          </Field>
          {live.length > 1 ? (
            <Field label={t('eventThread')}>
              <Select
                value={thread}
                onValueChange={setThread}
                options={[
                  { value: ANY_THREAD, label: t('anyThread') },
                  ...live.map(({ number, threadSpecName }) => ({
                    value: `${number}`,
                    label: `${number} ${threadSpecName}`,
                  })),
                ]}
              />
            </Field>
          ) : null}
          <ValueField
            key={chosen.def.name}
            label={t('eventContent')}
            path={PATH}
            type={type}
            draft={content}
            onDraft={setDraft}
            structs={structs}
            errors={errors}
            required={false}
          />
        </>
      ) : null}
    </ConfirmDialog>
  );
}

function readAny(text: string): ReturnType<typeof readDraft> {
  if (text.trim() === '') return { value: undefined, errors: [] };
  try {
    return { value: JSON.parse(text) as JsonValue, errors: [] };
  } catch {
    return { value: undefined, errors: [{ path: PATH, fault: { key: 'json' } }] };
  }
}

type Known = { def: ExternalEventDef; structs: Structs };

async function loadDefs(signal: AbortSignal): Promise<Known[]> {
  const { results } = await readApi<'searchExternalEventDefs'>('/external-event-defs', { limit: 200 }, signal);
  const types = results.flatMap(({ contentType }) => contentType ?? []);
  const structs = await loadStructs(types, signal);
  return results.map((def) => ({ def, structs }));
}

/** The events that a node now waits for, or that would interrupt a thread. */
function awaitedBy(run: WfRun, spec: WfSpec): ReadonlySet<string> {
  const names = run.threadRuns.flatMap(({ status, threadSpecName, currentNodeName }) => {
    if (isEnded(status)) return [];
    const thread = spec.threads[threadSpecName];
    const node = thread?.nodes[currentNodeName];
    return [
      ...(node?.type === 'EXTERNAL_EVENT' ? [node.externalEventDefName] : []),
      ...(thread?.interrupts ?? []).map(({ externalEventDefName }) => externalEventDefName),
    ];
  });
  return new Set(names);
}
