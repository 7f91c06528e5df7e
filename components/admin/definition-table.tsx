import { Shapes } from 'lucide-react';
import type { ReactNode } from 'react';
import { EmptyState } from '../ui/empty-state.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { Panel } from '../ui/panel.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { RowLink, Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '../ui/table.tsx';

export type DefinitionRow = {
  name: string;
  href: string;
  /** As in "1.0" or "v3"; absent for what has no versions. */
  version?: string;
  /** What it is for, or what it holds, in a line. */
  about: ReactNode;
  createdAt: string;
};

export type DefinitionTableProps = {
  /** What they are, as in "WfSpecs". */
  label: string;
  rows: readonly DefinitionRow[];
  nextHref?: string | undefined;
  firstHref?: string | undefined;
  prefix: string | undefined;
};

/** Definitions of one kind, by name, each in its latest version. */
export function DefinitionTable({ label, rows, nextHref, firstHref, prefix }: DefinitionTableProps) {
  if (rows.length === 0) {
    return (
      <Panel>
        <EmptyState icon={<Shapes />} title={prefix ? `No name begins with “${prefix}”` : `No ${label} yet`}>
          <p>{prefix ? 'Names are compared letter by letter.' : 'They are put through the API or with the SDK.'}</p>
        </EmptyState>
      </Panel>
    );
  }
  const versioned = rows.some((row) => row.version !== undefined);
  return (
    <Panel flush>
      <Table label={label}>
        <TableHead>
          <TableHeader>Name</TableHeader>
          {versioned ? <TableHeader>Latest</TableHeader> : null}
          <TableHeader>About</TableHeader>
          <TableHeader>Since</TableHeader>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={row.name}>
              <TableCell>
                <RowLink href={row.href}>{row.name}</RowLink>
              </TableCell>
              {versioned ? <TableCell className="tabular-nums">{row.version}</TableCell> : null}
              <TableCell className="w-full min-w-48 max-w-0 truncate text-muted">{row.about}</TableCell>
              <TableCell className="whitespace-nowrap">
                <RelativeTime at={row.createdAt} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <Pagination label={label} nextHref={nextHref} firstHref={firstHref} />
    </Panel>
  );
}
