import type { UserTaskField } from '#contracts/user-task-def.ts';
import { Badge } from '../ui/badge.tsx';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '../ui/table.tsx';

/** The fields of a form as a program sees them. */
export function FieldTable({ fields }: { fields: readonly UserTaskField[] }) {
  return (
    <Table label="Fields" contained>
      <TableHead>
        <TableHeader>Name</TableHeader>
        <TableHeader>Type</TableHeader>
        <TableHeader>Required</TableHeader>
      </TableHead>
      <TableBody>
        {fields.map((field) => (
          <TableRow key={field.name}>
            <TableCell className="font-medium wrap-anywhere">{field.name}</TableCell>
            <TableCell>
              <Badge mono>{field.type}</Badge>
            </TableCell>
            <TableCell>{field.requiredWhen ? 'Sometimes' : field.required ? 'Yes' : 'No'}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
