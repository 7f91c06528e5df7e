'use client';

import { useTranslations } from 'use-intl';
import type { ExternalEvent, WorkflowEvent } from '#contracts/event.ts';
import { isJsonObject, type JsonValue } from '#contracts/json.ts';
import { JsonView } from '../ui/json-view.tsx';
import { AbsoluteTime } from '../ui/relative-time.tsx';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '../ui/table.tsx';

export type RunEventsProps = { came: readonly ExternalEvent[]; thrown: readonly WorkflowEvent[] };

/** The events that came to a run, with who took them, and those that it threw. */
export function RunEvents({ came, thrown }: RunEventsProps) {
  const t = useTranslations('runs.run');
  if (came.length + thrown.length === 0) return <p className="p-4 text-muted text-sm">{t('noEvents')}</p>;
  return (
    <div className="grid gap-2">
      {came.length > 0 ? (
        <section>
          <h3 className="px-4 pt-3 font-medium text-muted text-xs">{t('externalEvents')}</h3>
          <Table label={t('externalEvents')} contained>
            <Head last={t('claimed')} />
            <TableBody>
              {came.map((event) => (
                <TableRow key={`${event.externalEventDefName}/${event.guid}`}>
                  <TableCell className="font-medium">{event.externalEventDefName}</TableCell>
                  <TableCell className="min-w-48">
                    <Content label={event.externalEventDefName} content={event.content} />
                  </TableCell>
                  <TableCell className="whitespace-nowrap">
                    <AbsoluteTime at={event.createdAt} />
                  </TableCell>
                  <TableCell>
                    {event.claimed
                      ? t('takenBy', {
                          thread: `${event.threadRunNumber ?? 0}`,
                          position: `${event.nodeRunPosition ?? 0}`,
                        })
                      : t('waiting')}
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </section>
      ) : null}
      {thrown.length > 0 ? (
        <section>
          <h3 className="px-4 pt-3 font-medium text-muted text-xs">{t('workflowEvents')}</h3>
          <Table label={t('workflowEvents')} contained>
            <Head last={t('node')} />
            <TableBody>
              {thrown.map((event) => (
                <TableRow key={`${event.workflowEventDefName}/${event.number}`}>
                  <TableCell className="font-medium">{event.workflowEventDefName}</TableCell>
                  <TableCell className="min-w-48">
                    <Content label={event.workflowEventDefName} content={event.content} />
                  </TableCell>
                  <TableCell className="whitespace-nowrap">
                    <AbsoluteTime at={event.createdAt} />
                  </TableCell>
                  <TableCell>
                    {t('takenBy', { thread: `${event.threadRunNumber}`, position: `${event.nodeRunPosition}` })}
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </section>
      ) : null}
    </div>
  );
}

function Head({ last }: { last: string }) {
  const t = useTranslations('runs.run');
  return (
    <TableHead>
      <TableHeader>{t('event')}</TableHeader>
      <TableHeader>{t('content')}</TableHeader>
      <TableHeader>{t('at')}</TableHeader>
      <TableHeader>{last}</TableHeader>
    </TableHead>
  );
}

function Content({ label, content }: { label: string; content: JsonValue }) {
  const t = useTranslations('runs.run');
  if (content === null) return <span className="text-muted">{t('nothing')}</span>;
  if (isJsonObject(content) || Array.isArray(content)) return <JsonView label={label} value={content} />;
  return <span className="wrap-anywhere">{String(content)}</span>;
}
