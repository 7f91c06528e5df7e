// Why something is refused, as people meet it on pages: beside the sentence in English goes which it is and what it is about, so that
// pages say it in the reader's language. What only programs meet has its sentence alone.

/** The sentences; ICU's syntax, of which they use no more than `{name}`. */
export const REASONS = {
  taskDone: 'This task is DONE: {by} completed it',
  taskCancelled: 'This task is CANCELLED: {by} cancelled it',
  taskCancelledByWorkflow: 'This task is CANCELLED: the workflow cancelled it',
  taskChanged: 'This task has changed since: you saw version {seen}, it is now {now}',
  taskTaken: 'This task is already assigned to {userId}',
  taskSuspended: 'This task is suspended: its workflow is halted',
  taskHasNoGroup: 'This task has no group to which it could be released',
  taskNeedsOwner: 'Must specify userGroup or userId',
  noTask: 'There is no such user task.',
  excluded: 'Separation of duties: {userId} may not do this task',
  mayOnlySee: 'You may see this task, but not {verb} it.',
  mayOnlySeeHeld: 'You may see this task, but not {verb} it. It is with {userId}.',
  notMember: '{userId} is not a member of {userGroup}',
  nobody: 'There is nobody named {userId}',
  nothingToUndo: 'There is nothing of yours to undo: the last change of this task is another.',
  tooLateToUndo: 'It is too late to undo: that is more than ten seconds ago.',
  noComment: 'There is no comment {commentId} on this task',
  commentDeleted: 'Comment {commentId} was deleted',
  commentOfAnother: 'Only {author} or an admin may change this comment.',
  hookNotArmed: 'No hook {hookId} is armed on this task',
  formIsNewer: 'This task has version {version} of {name}, which is newer',
  runExists: 'WfRun {wfRunId} exists already',
  runIdTaken: 'There is a WfRun of this id already.',
  noRun: 'There is no WfRun {wfRunId}.',
  runBusy: 'This WfRun is being changed by many at once. Try again.',
  runLeft: 'WfRun {wfRunId} is {status}, and its parent has gone on.',
  runGoesOn: 'WfRun {wfRunId} goes on: stop it, or wait for its end.',
  runIsChild: 'WfRun {wfRunId} is a child run: it goes with its root.',
  nothingAfterExit: 'Node {nodeName} is the EXIT of its thread: nothing comes after it',
  notSkippable: 'Node {nodeName} cannot be skipped: {why}',
  threadNotFailed: 'ThreadRun {number} is {status}: only one that has failed can be rescued',
  threadIsHandler: 'ThreadRun {number} is the handler of ThreadRun {parent}: rescue that one',
  failureHandled: 'The failure of ThreadRun {number} was handled by {by}',
  haltedForGood: 'ThreadRun {number} is halted for good: it cannot be resumed',
  notStoppable: 'ThreadRun {number} is {status}: it cannot be stopped',
  notResumable: 'ThreadRun {number} is {status}: it cannot be resumed',
  contentTooLarge: 'The content has {bytes} bytes, and {most} are allowed (MAX_VALUE_BYTES).',
  userExists: 'There is a user {userId} already.',
  groupExists: 'There is a group {name} already.',
  viewExists: 'There is a view named {name} already.',
  noUser: 'There is no user {userId}.',
  noGroup: 'There is no group {name}.',
  noView: 'There is no view {viewId}.',
  noKey: 'There is no service key {keyId}.',
  noDefinition: 'There is no {what}.',
  inUse: '{what} is in use by {users}.',
  definitionBusy: '{what} is being changed by many at once. Try again.',
  holdsTasks: '{name} holds open tasks: give them to others first.',
  lastAdmin: 'Somebody must administer: make another person an admin first.',
  ownRights: 'Nobody takes the right of an admin from themselves: ask another admin.',
  ownAccount: 'Nobody removes themselves: ask another admin.',
  tooManyViews: 'There are {most} views already: delete one that is not needed any more.',
  viewsOfOthers: 'You may save views for yourself and for your groups.',
  adminOnly: 'Only an admin may do this.',
  adminStarts: 'Only an admin may start a WfRun for another person.',
  adminActs: 'Only an admin may act for another person.',
} as const;

export type ReasonName = keyof typeof REASONS;
export type Reason = { name: ReasonName; params: Record<string, string | number> };

type NamesIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;
type ParamsOf<Name extends ReasonName> = Record<NamesIn<(typeof REASONS)[Name]>, string | number>;

/** A reason with its sentence: what `detail` and `reason` of a refusal are. */
export type Because = { detail: string; reason: Reason };

/** Says why, by name: `because('groupExists', { name })`. */
export function because<Name extends ReasonName>(
  name: Name,
  ...given: [NamesIn<(typeof REASONS)[Name]>] extends [never] ? [] : [params: ParamsOf<Name>]
): Because {
  const params: Reason['params'] = given[0] ?? {};
  const detail = REASONS[name].replace(/\{(\w+)\}/g, (_, param: string) => String(params[param]));
  return { detail, reason: { name, params } };
}
