import { Panel } from '../ui/panel.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { TextLink } from '../ui/text-link.tsx';

export type Version = { label: string; href: string; createdAt: string; current: boolean };

/** The versions of a definition, newest first, the one on the page marked. */
export function VersionList({ versions, more }: { versions: readonly Version[]; more: boolean }) {
  return (
    <Panel title="Versions">
      <ol className="grid gap-2 text-sm">
        {versions.map((version) => (
          <li key={version.label} className="flex items-baseline justify-between gap-3">
            {version.current ? (
              <span aria-current="true" className="font-semibold tabular-nums">
                {version.label} <span className="font-normal text-muted">shown</span>
              </span>
            ) : (
              <TextLink href={version.href} className="tabular-nums">
                {version.label}
              </TextLink>
            )}
            <RelativeTime at={version.createdAt} className="text-muted text-xs" />
          </li>
        ))}
      </ol>
      {more ? <p className="mt-3 text-muted text-xs">Older ones: through the API.</p> : null}
    </Panel>
  );
}
