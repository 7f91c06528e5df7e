import { type ApiReference, anchorOf } from './reference.ts';

export type ReferenceNavProps = { sections: ApiReference['sections'] };

/** The way to each operation. */
export function ReferenceNav({ sections }: ReferenceNavProps) {
  return (
    <nav aria-label="Operations" className="grid gap-5 text-sm">
      <Group
        title="Docket API"
        href="#top"
        links={[
          { href: '#problems', label: 'Errors' },
          { href: '#schemas', label: 'Schemas' },
        ]}
      />
      {sections.map(({ name, operations }) => (
        <Group
          key={name}
          title={name}
          href={`#${anchorOf.section(name)}`}
          links={operations.map(({ id, summary }) => ({ href: `#${anchorOf.operation(id)}`, label: summary }))}
        />
      ))}
    </nav>
  );
}

type GroupProps = { title: string; href: string; links: { href: string; label: string }[] };

function Group({ title, href, links }: GroupProps) {
  return (
    <div>
      <a href={href} className="block rounded-md px-2 py-1 font-semibold hover:bg-hover touch:py-2.5">
        {title}
      </a>
      <ul>
        {links.map((link) => (
          <li key={link.href}>
            <a
              href={link.href}
              className="line-clamp-2 rounded-md px-2 py-1 text-muted transition-colors hover:bg-hover hover:text-ink touch:py-2.5"
            >
              {link.label}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
