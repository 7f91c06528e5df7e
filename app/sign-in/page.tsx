import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { safeCallbackPath } from '#auth/callback-path.ts';
import { SignInView } from '#components/sign-in/sign-in-view.tsx';
import { env } from '#platform/env.ts';
import { translator } from '../intl.ts';
import { currentPerson, firstOf, type SearchParams } from '../read.ts';
import { DEMO } from './demo.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator('signIn');
  return { title: t('title') };
}

export default async function SignInPage({ searchParams }: { searchParams: SearchParams }) {
  const { callbackUrl } = await firstOf(searchParams, ['callbackUrl']);
  const callbackPath = safeCallbackPath(callbackUrl);
  if (await currentPerson()) redirect(callbackPath);
  return <SignInView callbackPath={callbackPath} demo={env().DEMO ? DEMO : undefined} />;
}
