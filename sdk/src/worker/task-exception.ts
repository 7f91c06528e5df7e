// A business outcome that is no success: thrown by a task, it reaches the workflow under its name.
import type { JsonValue } from '../../../lib/contracts/json.ts';

/** Throw it from a task to end the attempt as an EXCEPTION, which is never retried. `exceptionName` is letters, digits and hyphens. */
export class TaskException extends Error {
  override readonly name = 'TaskException';
  readonly exceptionName: string;
  readonly content: JsonValue | undefined;

  constructor(exceptionName: string, message: string, content?: JsonValue) {
    super(message);
    this.exceptionName = exceptionName;
    this.content = content;
  }
}
