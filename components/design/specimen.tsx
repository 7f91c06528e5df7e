import type { ReactNode } from 'react';
import { InlineCode } from '../ui/code-block.tsx';
import { cn } from '../ui/styles.ts';

/** A part of the page with its heading, to which the list of contents leads. */
export function DesignSection({
  id,
  title,
  about,
  children,
}: {
  id: string;
  title: string;
  about: string;
  children: ReactNode;
}) {
  return (
    <section aria-labelledby={id} className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-4">
      <header>
        <h2 id={id} className="scroll-mt-6 font-semibold text-xl">
          {title}
        </h2>
        <p className="mt-0.5 max-w-160 text-muted">{about}</p>
      </header>
      {children}
    </section>
  );
}

export type SpecimenProps = {
  /** The component, as it is imported. */
  name: string;
  /** When to use it. */
  use: string;
  children: ReactNode;
};

/** One primitive: its name, when to use it, and its states side by side. */
export function Specimen({ name, use, children }: SpecimenProps) {
  return (
    <article
      data-specimen
      className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-4 rounded-lg border border-line bg-surface p-4"
    >
      <header className="grid gap-0.5">
        <h3 className="font-semibold">
          <InlineCode className="text-sm">{name}</InlineCode>
        </h3>
        <p className="text-muted text-sm">{use}</p>
      </header>
      <div className="flex min-w-0 flex-wrap items-start gap-x-6 gap-y-4">{children}</div>
    </article>
  );
}

/** A primitive in one of its states, which is named below it. */
export function State({ name, wide = false, children }: { name: string; wide?: boolean; children: ReactNode }) {
  return (
    <figure
      className={cn('grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-1.5', wide ? 'w-full' : 'max-w-full')}
    >
      <div className="min-w-0">{children}</div>
      <figcaption className="text-muted text-xs">{name}</figcaption>
    </figure>
  );
}

/** Specimens in as many columns as there is room for. */
export function Specimens({ children }: { children: ReactNode }) {
  return <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-4 lg:grid-cols-2">{children}</div>;
}
