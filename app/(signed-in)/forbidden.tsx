import { ForbiddenProblem } from '#components/shell/page-problems.tsx';

export default function Forbidden() {
  return (
    <>
      <h1 className="sr-only">Not allowed</h1>
      <ForbiddenProblem />
    </>
  );
}
