import { JsonView } from '../ui/json-view.tsx';

/** A definition as it is on the wire, folded away. */
export function CodeDisclosure({ label, value }: { label: string; value: unknown }) {
  return (
    <details>
      <summary className="cursor-pointer rounded-sm py-1 font-medium text-muted text-sm hover:text-ink">
        As JSON
      </summary>
      <JsonView label={label} value={value} className="mt-2" />
    </details>
  );
}
