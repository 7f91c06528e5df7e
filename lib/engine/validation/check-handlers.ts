// Threads that handle failures and interrupts: they exist, and are given what they declare (semantics.md 6.1 and 7.3).
import { docketName } from '#contracts/names.ts';
import type { FieldError } from '#contracts/problem.ts';
import { typeName } from '#contracts/value.ts';
import type { FailureHandler, ThreadSpec, WfSpecBody } from '#contracts/wf-spec.ts';
import type { Definitions } from '../definitions.ts';
import { isReserved } from '../failure.ts';
import { lookup } from '../lookup.ts';
import { INPUT, inputOf } from './input.ts';
import type { NodeCheck } from './node-check.ts';
import { castsItself } from './static-type.ts';

export function checkFailureHandlers(check: NodeCheck, path: string, handlers: readonly FailureHandler[]): void {
  handlers.forEach(({ handler, failureName }, index) => {
    const at = `${path}.${index}`;
    const reason = unfitHandler(check.spec, check.threadName, handler);
    if (reason) check.report(`${at}.handler`, reason);
    const isName = failureName === undefined || isReserved(failureName) || docketName.safeParse(failureName).success;
    if (!isName) check.report(`${at}.failureName`, `${failureName} is no name that a failure can have`);
  });
}

function unfitHandler(spec: WfSpecBody, threadName: string, handler: string): string | null {
  const target = lookup(spec.threads, handler);
  if (!target) return `there is no thread ${handler}`;
  if (handler === threadName) return 'a thread cannot handle what happens to itself';
  const missing = target.variables.find(({ name, required }) => required && name !== INPUT);
  return missing ? `thread ${handler} needs ${missing.name}, but a handler is given ${INPUT} alone` : null;
}

/** Interrupts of all threads: an event does one thing in the whole WfSpec. */
export function checkInterrupts(spec: WfSpecBody, definitions: Definitions): FieldError[] {
  const waited = new Set(
    Object.values(spec.threads).flatMap(({ nodes }) =>
      Object.values(nodes).flatMap((node) => (node.type === 'EXTERNAL_EVENT' ? [node.externalEventDefName] : [])),
    ),
  );
  const interrupted = new Map<string, string>();
  return Object.entries(spec.threads).flatMap(([threadName, { interrupts }]) =>
    interrupts.flatMap(({ externalEventDefName: event, handler }, index) => {
      const path = `threads.${threadName}.interrupts.${index}`;
      const errors: FieldError[] = [];
      const report = (field: string, message: string) =>
        errors.push({ path: `${path}.${field}`, message: `Thread ${threadName}, interrupt by ${event}: ${message}` });
      const other = interrupted.get(event);
      interrupted.set(event, threadName);
      if (other !== undefined) report('externalEventDefName', `it interrupts thread ${other} already`);
      if (waited.has(event)) report('externalEventDefName', 'a node waits for the same event');
      const def = definitions.externalEventDef(event);
      if (!def) report('externalEventDefName', `there is no ExternalEventDef ${event}`);
      const reason = unfitHandler(spec, threadName, handler) ?? unfitInput(lookup(spec.threads, handler), def);
      if (reason) report('handler', reason);
      return errors;
    }),
  );
}

type EventDef = ReturnType<Definitions['externalEventDef']>;

function unfitInput(target: ThreadSpec | undefined, def: EventDef): string | null {
  const extra = target?.variables.find(({ name }) => name !== INPUT);
  if (extra) return `it declares ${extra.name}, but the handler of an interrupt may declare ${INPUT} alone`;
  const input = target && inputOf(target);
  if (!input || !def) return null;
  if (def.masked && !input.masked) return `its ${INPUT} must be masked, as the event is`;
  if (!def.contentType || castsItself(def.contentType, input.type)) return null;
  return `its ${INPUT} is ${typeName(input.type)}, but the event brings ${typeName(def.contentType)}`;
}
