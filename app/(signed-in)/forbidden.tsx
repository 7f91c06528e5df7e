import { ForbiddenProblem } from '#components/shell/page-problems.tsx';

export default function Forbidden() {
  return <ForbiddenProblem />;
}
