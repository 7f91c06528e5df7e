import { Braces, ChevronDown } from 'lucide';
import type { ReactNode } from 'react';
import { ThemeToggle } from '../theme/theme-menu.tsx';
import { Icon } from '../ui/icon.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { Logo } from '../ui/logo.tsx';
import { SchemaFields } from './field-list.tsx';
import { Introduction } from './introduction.tsx';
import { OperationArticle } from './operation-article.tsx';
import { ProblemTable } from './problem-table.tsx';
import { type ApiReference, anchorOf } from './reference.ts';
import { ReferenceNav } from './reference-nav.tsx';

export type ReferencePageProps = { reference: ApiReference; homeHref: string; documentHref: string };

/** The whole API on one page that the browser's own search can look through. */
export function ReferencePage({ reference, homeHref, documentHref }: ReferencePageProps) {
  const { sections, problems, schemas } = reference;
  return (
    <>
      <header className="sticky top-0 z-20 flex h-14 items-center gap-2 border-line border-b bg-surface px-4 md:px-6">
        <a href={homeHref} className="flex h-11 items-center rounded-md px-1">
          <Logo />
        </a>
        <div className="ml-auto flex items-center gap-1">
          <LinkButton variant="ghost" size="sm" icon={<Icon of={Braces} />} href={documentHref} target="_self">
            OpenAPI
          </LinkButton>
          <ThemeToggle />
        </div>
      </header>
      <div className="mx-auto grid max-w-400 grid-cols-[minmax(0,1fr)] lg:grid-cols-[17rem_minmax(0,1fr)]">
        <aside className="sticky top-14 hidden h-[calc(100dvh-3.5rem)] overflow-y-auto border-line border-r px-3 py-6 [scrollbar-width:thin] lg:block">
          <ReferenceNav sections={sections} />
        </aside>
        <main id="main" className="min-w-0 px-4 py-8 md:px-10">
          <details className="group mb-8 rounded-lg border border-line bg-surface lg:hidden">
            <summary className="flex h-11 list-none items-center justify-between px-3 font-medium">
              Contents
              <Icon of={ChevronDown} className="size-4 text-muted group-open:rotate-180" />
            </summary>
            <div className="px-1 pb-3">
              <ReferenceNav sections={sections} />
            </div>
          </details>
          <Introduction />
          {sections.map(({ name, description, operations }) => (
            <Section key={name} id={anchorOf.section(name)} title={name} description={description}>
              {operations.map((operation) => (
                <OperationArticle key={operation.id} operation={operation} />
              ))}
            </Section>
          ))}
          <Section id="problems" title="Errors" description="What went wrong, by the code of the problem.">
            <ProblemTable problems={problems} />
          </Section>
          <Section id="schemas" title="Schemas" description="The shapes that the operations share.">
            <div className="grid grid-cols-[minmax(0,1fr)] gap-x-10 xl:grid-cols-2">
              {schemas.map(({ name, schema }) => (
                <article key={name} id={anchorOf.schema(name)} className="grid scroll-mt-20 content-start gap-2 py-5">
                  <h3 className="font-medium font-mono text-sm">{name}</h3>
                  {schema.description ? <p className="text-sm">{schema.description}</p> : null}
                  <SchemaFields schema={schema} sent={name.endsWith('Input')} />
                </article>
              ))}
            </div>
          </Section>
        </main>
      </div>
    </>
  );
}

type SectionProps = { id: string; title: string; description: string; children: ReactNode };

function Section({ id, title, description, children }: SectionProps) {
  return (
    <section aria-labelledby={id} className="mt-14">
      <h2 id={id} className="scroll-mt-20 font-semibold text-xl">
        {title}
      </h2>
      <p className="mt-1 mb-6 text-muted">{description}</p>
      {children}
    </section>
  );
}
