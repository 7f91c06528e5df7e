import type { TaskDef } from '#contracts/task-def.ts';
import { typeName } from '#contracts/value.ts';
import { Badge } from '../ui/badge.tsx';
import { InlineCode } from '../ui/code-block.tsx';
import { Panel } from '../ui/panel.tsx';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '../ui/table.tsx';

/** What a task takes and gives back. */
export function TaskDefView({ def }: { def: TaskDef }) {
  return (
    <>
      <Panel flush={def.inputVars.length > 0} title="Inputs">
        {def.inputVars.length === 0 ? (
          <p className="text-muted text-sm">It takes none.</p>
        ) : (
          <Table label="Inputs">
            <TableHead>
              <TableHeader>Name</TableHeader>
              <TableHeader>Type</TableHeader>
              <TableHeader>Default</TableHeader>
            </TableHead>
            <TableBody>
              {def.inputVars.map((input) => (
                <TableRow key={input.name}>
                  <TableCell className="font-medium">{input.name}</TableCell>
                  <TableCell>
                    <Badge mono>{typeName(input.type)}</Badge>
                    {input.masked ? <span className="ml-2 text-muted text-xs">masked</span> : null}
                  </TableCell>
                  <TableCell className="w-full text-muted">
                    {input.default === undefined ? 'None' : <InlineCode>{JSON.stringify(input.default)}</InlineCode>}
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        )}
      </Panel>
      <Panel title="Returns">
        {def.returnType ? (
          <Badge mono>{typeName(def.returnType)}</Badge>
        ) : (
          <p className="text-muted text-sm">Nothing.</p>
        )}
      </Panel>
    </>
  );
}
