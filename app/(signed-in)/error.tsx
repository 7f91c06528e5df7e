'use client';

import { Unexpected, type UnexpectedProps } from '#components/shell/unexpected.tsx';

export default function PageError(props: UnexpectedProps) {
  return <Unexpected {...props} />;
}
