// A saved view that a call names; one of others does not exist for the caller.

import { because } from '#contracts/reasons.ts';
import type { SavedView } from '#contracts/saved-view.ts';
import { findSavedView } from '#persistence/saved-views.ts';
import type { CallContext } from './context.ts';
import { mayUseViewsOf } from './policy/saved-view.ts';
import { refuse } from './refuse.ts';

/** @throws RefusedError when there is none that the caller may use. */
export async function knownView({ deps, principal }: CallContext, viewId: string): Promise<SavedView> {
  const view = await findSavedView(deps.store, principal.tenantId, viewId);
  return view && mayUseViewsOf(principal, view) ? view : noSuchView(viewId);
}

export const noSuchView = (viewId: string): never => refuse('NOT_FOUND', because('noView', { viewId }));
