// Saved views are made, changed and deleted by those who may use them.

import { because } from '#contracts/reasons.ts';
import type { SavedView } from '#contracts/saved-view.ts';
import { isDuplicate } from '#persistence/database-error.ts';
import * as rows from '#persistence/saved-views.ts';
import { newGuid } from '#platform/ids.ts';
import { actingFor } from './acting-for.ts';
import type { Service } from './context.ts';
import { knownView, noSuchView } from './known-view.ts';
import { mayUseViewsOf } from './policy/saved-view.ts';
import { refuse, refuseInvalid } from './refuse.ts';
import { questionOf } from './user-task-question.ts';

// A bound on what grows: two that are saved at once may pass it.
const MOST_VIEWS = 100;

export const createView: Service<'createView'> = async (context, { name, query, userId, userGroup }) => {
  const { deps, principal } = context;
  if (userId !== undefined && userGroup !== undefined) {
    refuseInvalid([{ path: 'userGroup', message: "A view is a person's or a group's: name one of both" }]);
  }
  const owner =
    userGroup === undefined ? { userId: actingFor(context, userId), userGroup: null } : { userId: null, userGroup };
  if (!mayUseViewsOf(principal, owner)) {
    refuse('PERMISSION_DENIED', because('viewsOfOthers'));
  }
  questionOf(principal, query);
  if ((await rows.countSavedViews(deps.store, principal.tenantId, owner)) >= MOST_VIEWS) {
    refuse('FAILED_PRECONDITION', because('tooManyViews', { most: MOST_VIEWS }));
  }
  const view = await rows.insertSavedView(deps.store, principal.tenantId, newGuid(), owner, { name, query });
  return view ?? refuseName(name);
};

export const replaceView: Service<'replaceView'> = async (context, { viewId, name, query }) => {
  const { deps, principal } = context;
  await knownView(context, viewId);
  questionOf(principal, query);
  const replaced = rows.replaceSavedView(deps.store, principal.tenantId, viewId, { name, query });
  const view = await replaced.catch((error: unknown): SavedView | null => {
    if (isDuplicate(error)) return refuseName(name);
    throw error;
  });
  return view ?? noSuchView(viewId);
};

export const deleteView: Service<'deleteView'> = async (context, { viewId }) => {
  await knownView(context, viewId);
  await rows.deleteSavedView(context.deps.store, context.principal.tenantId, viewId);
  return undefined;
};

const refuseName = (name: string): never => refuse('ALREADY_EXISTS', because('viewExists', { name }));
