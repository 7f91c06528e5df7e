'use client';

import { Unexpected, type UnexpectedProps } from '#components/shell/unexpected.tsx';

export default function PageError(props: UnexpectedProps) {
  return (
    <main className="grid min-h-dvh place-items-center">
      <Unexpected {...props} />
    </main>
  );
}
