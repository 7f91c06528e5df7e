import type { NextRequest } from 'next/server';
import { handleNextAuth } from '#auth/next-auth-handler.ts';
import { container } from '#server/container.ts';

const handle = (request: NextRequest, context: RouteContext<'/api/auth/[...nextauth]'>) =>
  handleNextAuth(container(), request, context);

export { handle as GET, handle as POST };
