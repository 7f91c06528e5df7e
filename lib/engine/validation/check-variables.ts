// The variables of all threads: each name once, and defaults of their type.
import type { FieldError } from '#contracts/problem.ts';
import { valueFits } from '#contracts/value.ts';
import type { WfSpecBody } from '#contracts/wf-spec.ts';

/** What a thread that handles something is given; every such thread has its own. */
const INPUT = 'INPUT';

export function checkVariables(spec: WfSpecBody): FieldError[] {
  const declaredBy = new Map<string, string>();
  return Object.entries(spec.threads).flatMap(([threadName, { variables }]) => {
    const own = new Set<string>();
    return variables.flatMap(({ name, type, default: fallback }, index) => {
      const path = `threads.${threadName}.variables.${index}`;
      const other = own.has(name) ? threadName : name === INPUT ? undefined : declaredBy.get(name);
      own.add(name);
      declaredBy.set(name, threadName);
      const errors: FieldError[] = [];
      if (other !== undefined) {
        errors.push({
          path: `${path}.name`,
          message: `Thread ${threadName}: variable ${name} is declared already, in thread ${other}`,
        });
      }
      if (fallback !== undefined && !valueFits(type, fallback)) {
        errors.push({
          path: `${path}.default`,
          message: `Thread ${threadName}: the default of variable ${name} must be ${type}`,
        });
      }
      return errors;
    });
  });
}
