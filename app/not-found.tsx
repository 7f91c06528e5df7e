import type { Metadata } from 'next';
import { NotFoundProblem } from '#components/shell/page-problems.tsx';

export const metadata: Metadata = { title: 'Not found' };

export default function NotFound() {
  return (
    <main className="grid min-h-dvh place-items-center">
      <h1 className="sr-only">Not found</h1>
      <NotFoundProblem />
    </main>
  );
}
