// Histories: what a life was, as lines of JSON. The first says under which definitions it was led, each further one a command and what came
// of it. Nothing here knows how a definition or a family looks: an old history is read as it was written.
import type { Command } from '../command.ts';
import type { Family } from '../family.ts';
import { lookup } from '../lookup.ts';
import type { Effect, EngineRecord } from '../record.ts';
import type { StepResult } from '../result.ts';
import { step } from '../step.ts';
import type { World } from '../world.ts';
import type { Life } from './lives/life.ts';
import { scenario } from './scenario.ts';

type DefinitionsOf<K extends keyof World> = World[K] extends (...wanted: never[]) => infer D ? NonNullable<D>[] : never;
type Head = {
  about: string;
  limits: World['limits'];
  wfSpecs: DefinitionsOf<'wfSpec'>;
  taskDefs: DefinitionsOf<'taskDef'>;
  userTaskDefs: DefinitionsOf<'userTaskDef'>;
  externalEventDefs: DefinitionsOf<'externalEventDef'>;
  workflowEventDefs: DefinitionsOf<'workflowEventDef'>;
  structDefs: DefinitionsOf<'structDef'>;
};
/** A command that was accepted, and what came of it. */
export type Entry = { command: Command; family: Family; records: EngineRecord[]; effects: Effect[] };
export type History = { head: Head; entries: Entry[] };

/** Leads a life, and writes down what it was. */
export function record({ about, setup, live }: Life): string {
  const run = scenario(setup);
  live(run);
  const { world } = run;
  const names = (bodies: object | undefined): string[] => Object.keys(bodies ?? {});
  const found = <D>(all: (D | undefined)[]): D[] => all.filter((one) => one !== undefined) as D[];
  const first = { majorVersion: 0, revision: 0 };
  const versions = [
    ...[...new Set([...names(setup.wfSpecs), 'process'])].map((name) => ({ name, ...first })),
    ...(setup.newer ?? []).map(({ version }) => ({ name: 'process', ...first, ...version })),
  ];
  const head: Head = {
    about,
    limits: world.limits,
    wfSpecs: found(versions.map(world.wfSpec)),
    taskDefs: found(names(setup.taskDefs).map(world.taskDef)),
    userTaskDefs: found(names(setup.userTaskDefs).map((name) => world.userTaskDef(name, 0))),
    externalEventDefs: found(names(setup.externalEventDefs).map(world.externalEventDef)),
    workflowEventDefs: found(names(setup.workflowEventDefs).map(world.workflowEventDef)),
    structDefs: found(names(setup.structDefs).map((name) => world.structDef(name, 0))),
  };
  const lines: string[] = [JSON.stringify(head)];
  replay({ head, commands: run.commands }, (command, result) => lines.push(lineOf(command, result)));
  return `${lines.join('\n')}\n`;
}

export function readHistory(text: string): History {
  const [head = '', ...lines] = text.trimEnd().split('\n');
  return { head: JSON.parse(head), entries: lines.map((line) => JSON.parse(line)) };
}

/** Does the commands one after another, from the beginning. */
export function replay(
  { head, commands }: { head: Head; commands: readonly Command[] },
  tell: (command: Command, result: StepResult) => void,
): void {
  const world = worldOf(head);
  let family: Family | null = null;
  for (const command of commands) {
    const result: StepResult = step(family, world, command);
    if (result.ok) family = result.family;
    tell(command, result);
  }
}

/** Does each command again on the family as it was written down before it. */
export function replayEach({ head, entries }: History, tell: (entry: Entry, result: StepResult) => void): void {
  const world = worldOf(head);
  entries.forEach((entry, at) => {
    tell(entry, step(entries[at - 1]?.family ?? null, world, entry.command));
  });
}

/** An entry as a line of a history. */
export function lineOf(command: Command, result: StepResult): string {
  if (!result.ok) return JSON.stringify({ command, refusal: result.refusal });
  const { family, records, effects } = result;
  return JSON.stringify({ command, family, records, effects });
}

function worldOf({ limits, ...all }: Head): World {
  const byName = <D extends { name: string }>(definitions: D[]) => {
    const index = Object.fromEntries(definitions.map((definition) => [definition.name, definition]));
    return (name: string): D | undefined => lookup(index, name);
  };
  return {
    limits,
    wfSpec: ({ name, majorVersion, revision }) =>
      all.wfSpecs.find((one) => one.name === name && one.majorVersion === majorVersion && one.revision === revision),
    latestWfSpec: (name, major) =>
      all.wfSpecs.findLast((one) => one.name === name && (major ?? one.majorVersion) === one.majorVersion),
    taskDef: byName(all.taskDefs),
    userTaskDef: (name, version) => all.userTaskDefs.find((one) => one.name === name && one.version === version),
    externalEventDef: byName(all.externalEventDefs),
    workflowEventDef: byName(all.workflowEventDefs),
    structDef: (name, version) => all.structDefs.find((one) => one.name === name && one.version === version),
  };
}
