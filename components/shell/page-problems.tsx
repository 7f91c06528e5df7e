import type { ReactNode } from 'react';
import { EmptyState } from '../ui/empty-state.tsx';

export type ProblemProps = { icon: ReactNode; title: string; text: string; wayOn: ReactNode };

/** Says in place of a page why there is none, and where to go instead. Nothing of it runs in the browser: every page brings these along. */
export function PageProblem({ icon, title, text, wayOn }: ProblemProps) {
  return (
    <EmptyState icon={icon} title={title} action={wayOn} className="my-auto">
      <p>{text}</p>
    </EmptyState>
  );
}
