import { InlineCode } from '../ui/code-block.tsx';
import { Panel } from '../ui/panel.tsx';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '../ui/table.tsx';
import { type ApiReference, anchorOf } from './reference.ts';

/** Every code with its status: where the `type` of a problem leads. */
export function ProblemTable({ problems }: { problems: ApiReference['problems'] }) {
  return (
    <Panel flush>
      <Table label="Error codes" contained>
        <TableHead>
          <TableHeader>Code</TableHeader>
          <TableHeader numeric>Status</TableHeader>
          <TableHeader>Meaning</TableHeader>
        </TableHead>
        <TableBody>
          {problems.map(({ code, status, title }) => (
            <TableRow key={code} id={anchorOf.problem(code)} className="scroll-mt-20 target:bg-accent-soft">
              <TableCell>
                <InlineCode>{code}</InlineCode>
              </TableCell>
              <TableCell numeric>{status}</TableCell>
              <TableCell>{title}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Panel>
  );
}
