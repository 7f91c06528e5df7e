import { Page } from '../ui/page.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { DefinitionTable, type DefinitionTableProps } from './definition-table.tsx';
import { FilterBar } from './filter-bar.tsx';

export type DefinitionListProps = Omit<DefinitionTableProps, 'prefix'> & {
  description: string;
  path: string;
  params: { prefix?: string };
};

/** The page of all definitions of one kind, searched by the beginning of their names. */
export function DefinitionList({ description, path, params, ...table }: DefinitionListProps) {
  return (
    <Page>
      <PageHeader title={table.label} description={description} />
      <FilterBar
        label={table.label}
        path={path}
        values={params}
        filters={[{ kind: 'text', name: 'prefix', label: 'Name begins with' }]}
      />
      <DefinitionTable {...table} prefix={params.prefix} />
    </Page>
  );
}
