'use client';

import { Download } from 'lucide';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { PersonEvent, PersonEventType } from '#contracts/user-task-history.ts';
import { ApiError, apiPath, readApi } from '../api/read-api.ts';
import { useErrorWords } from '../api/use-refusal-words.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { historyCsv } from './history-file.ts';

export type HistoryExportProps = {
  userId: string;
  from?: string | undefined;
  to?: string | undefined;
  type?: PersonEventType | undefined;
};

const PAGE = 200;

/** The whole history, not only the page that is shown, as a file. */
export function HistoryExport({ userId, ...asked }: HistoryExportProps) {
  const t = useTranslations('desk.history');
  const errorWords = useErrorWords();
  const [busy, setBusy] = useState<'json' | 'csv'>();
  const [failure, setFailure] = useState<string>();

  async function save(kind: 'json' | 'csv') {
    setBusy(kind);
    setFailure(undefined);
    try {
      const entries = await readAll(userId, asked);
      const text = kind === 'csv' ? historyCsv(entries) : `${JSON.stringify(entries, null, 2)}\n`;
      hand(new Blob([text], { type: kind === 'csv' ? 'text/csv' : 'application/json' }), `history-${userId}.${kind}`);
    } catch (error) {
      setFailure(error instanceof ApiError ? errorWords(error) : t('unreachable'));
    } finally {
      setBusy(undefined);
    }
  }

  return (
    <>
      {(['csv', 'json'] as const).map((kind) => (
        <Button
          key={kind}
          className="print:hidden"
          icon={<Icon of={Download} />}
          loading={busy === kind}
          onClick={() => save(kind)}
        >
          {kind.toUpperCase()}
        </Button>
      ))}
      <span role="status" className="self-center text-danger-ink text-sm">
        {failure}
      </span>
    </>
  );
}

async function readAll(userId: string, asked: Omit<HistoryExportProps, 'userId'>): Promise<PersonEvent[]> {
  const entries: PersonEvent[] = [];
  let bookmark: string | null | undefined;
  do {
    const query = { ...asked, limit: PAGE, bookmark };
    const page = await readApi<'listEventsOfPerson'>(apiPath`/people/${userId}/user-task-events`, query);
    entries.push(...page.results);
    bookmark = page.bookmark;
  } while (bookmark !== null);
  return entries;
}

function hand(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
