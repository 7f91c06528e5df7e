// The route handler of next-auth, behind what it should not be asked.

import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { announceAppUrl } from '#platform/env.ts';
import { type Accounts, authOptions } from './auth-options.ts';

type Context = { params: Promise<{ nextauth: string[] }> };

/** Answers `/api/auth/*`. */
export async function handleNextAuth(accounts: Accounts, request: NextRequest, context: Context): Promise<Response> {
  const { nextauth } = await context.params;
  // It would let anybody write to our log.
  if (nextauth[0] === '_log') return new Response(null, { status: 204 });
  announceAppUrl();
  const response: Response = await NextAuth(request, context, authOptions(accounts));
  return response;
}
