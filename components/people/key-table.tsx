'use client';

import { Ban, CircleCheck, Clock, KeyRound } from 'lucide';
import { useState } from 'react';
import { toast } from 'sonner';
import { useTranslations } from 'use-intl';
import type { ServiceKey } from '#contracts/identity.ts';
import type { Action } from '#contracts/operations/action.ts';
import { useRefusalWords } from '../api/use-refusal-words.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { useClock } from '../ui/clock.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Icon } from '../ui/icon.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { Panel } from '../ui/panel.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { StatusPill } from '../ui/status-pill.tsx';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '../ui/table.tsx';

export type KeyTableProps = {
  keys: readonly ServiceKey[];
  revoke: Action<'revokeServiceKey'>;
  nextHref?: string | undefined;
  firstHref?: string | undefined;
};

/** All keys, the latest first, revoked ones too: what they may do, when they were used, and the way to revoke them. */
export function KeyTable({ keys, revoke, nextHref, firstHref }: KeyTableProps) {
  const t = useTranslations('desk.keys');
  const words = useRefusalWords();
  const [revoking, setRevoking] = useState<ServiceKey>();
  if (keys.length === 0) {
    return (
      <Panel>
        <EmptyState icon={<Icon of={KeyRound} />} title={t('none')}>
          <p>{t('noneText')}</p>
        </EmptyState>
      </Panel>
    );
  }

  async function confirm(): Promise<string | undefined> {
    if (!revoking) return undefined;
    const result = await revoke({ keyId: revoking.id });
    if (!result.ok) return words(result.refusal);
    toast.success(t('revoked', { name: revoking.name }));
    return undefined;
  }

  return (
    <Panel flush>
      <Table label={t('title')}>
        <TableHead>
          <TableHeader>{t('name')}</TableHeader>
          <TableHeader>{t('state')}</TableHeader>
          <TableHeader className="max-lg:hidden">{t('scopes')}</TableHeader>
          <TableHeader className="max-md:hidden">{t('lastUsed')}</TableHeader>
          <TableHeader className="max-lg:hidden">{t('created')}</TableHeader>
          <TableHeader>
            <span className="sr-only">{t('actions')}</span>
          </TableHeader>
        </TableHead>
        <TableBody>
          {keys.map((key) => (
            <TableRow key={key.id}>
              <TableCell className="max-w-0 max-md:w-full md:max-w-72">
                <span className="block truncate font-medium text-ink">{key.name}</span>
                <span className="block truncate font-mono text-muted text-xs">{key.prefix}…</span>
                <span className="flex flex-wrap gap-1 pt-1 lg:hidden">
                  <Scopes of={key} />
                </span>
              </TableCell>
              <TableCell>
                <KeyState of={key} />
              </TableCell>
              <TableCell className="whitespace-normal max-lg:hidden">
                <span className="flex flex-wrap gap-1">
                  <Scopes of={key} />
                </span>
              </TableCell>
              <TableCell className="whitespace-nowrap text-muted max-md:hidden">
                {key.lastUsedAt === null ? t('never') : <RelativeTime at={key.lastUsedAt} />}
              </TableCell>
              <TableCell className="whitespace-nowrap text-muted max-lg:hidden">
                <RelativeTime at={key.createdAt} />
              </TableCell>
              <TableCell className="text-right">
                {key.revokedAt === null ? (
                  <Button
                    size="sm"
                    variant="danger-quiet"
                    aria-label={t('revokeNamed', { name: key.name })}
                    onClick={() => setRevoking(key)}
                  >
                    {t('revoke')}
                  </Button>
                ) : null}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <Pagination label={t('title')} nextHref={nextHref} firstHref={firstHref} />
      <ConfirmDialog
        open={revoking !== undefined}
        onOpenChange={() => setRevoking(undefined)}
        title={t('revokeTitle', { name: revoking?.name ?? '' })}
        description={t('revokeText')}
        confirmLabel={t('revoke')}
        dismissLabel={t('keep')}
        tone="danger"
        onConfirm={confirm}
      />
    </Panel>
  );
}

function Scopes({ of: { scopes } }: { of: ServiceKey }) {
  return scopes.map((scope) => (
    <Badge key={scope} mono tone={scope === '*' ? 'warning' : 'neutral'}>
      {scope}
    </Badge>
  ));
}

function KeyState({ of: { revokedAt, expiresAt } }: { of: ServiceKey }) {
  const t = useTranslations('desk.keys');
  const { now } = useClock();
  if (revokedAt !== null) {
    return (
      <StatusPill bare icon={<Icon of={Ban} />}>
        {t('isRevoked')}
      </StatusPill>
    );
  }
  if (expiresAt !== null && Date.parse(expiresAt) <= now) {
    return (
      <StatusPill bare icon={<Icon of={Clock} />}>
        {t('isExpired')}
      </StatusPill>
    );
  }
  return (
    <span className="grid">
      <StatusPill bare tone="success" icon={<Icon of={CircleCheck} />}>
        {t('isValid')}
      </StatusPill>
      {expiresAt === null ? null : (
        <span className="text-muted text-xs">
          {t.rich('expires', { when: () => <RelativeTime key="when" at={expiresAt} /> })}
        </span>
      )}
    </span>
  );
}
