import { NotFoundProblem } from '#components/shell/page-problems.tsx';

export default function NotFound() {
  return <NotFoundProblem />;
}
