import { NotFoundProblem } from '#components/shell/page-problems.tsx';

export default function NotFound() {
  return (
    <>
      <h1 className="sr-only">Not found</h1>
      <NotFoundProblem />
    </>
  );
}
