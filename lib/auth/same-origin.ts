// Request forgery: a call that carries a cookie may only change something when it comes from one of our own pages.
import { appUrl } from '#platform/env.ts';

/**
 * True when the browser says that the request comes from a page of ours: by Sec-Fetch-Site, or, where it sends none (plain http on a local
 * network), by an Origin that is the address people use or the host that was asked. No word from the browser, or `null`, is a no.
 */
export function isSameOrigin(headers: Headers): boolean {
  const origin = headers.get('origin');
  if (origin === 'null') return false;
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const { origin: ours, protocol } = new URL(appUrl());
  return origin !== null && (origin === ours || origin === `${protocol}//${headers.get('host')}`);
}
