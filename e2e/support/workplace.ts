// A group of its own for a journey, with people in it and tasks for it: what other journeys do at the same time is not seen here.
import type { Docket } from './docket.ts';

export type Workplace = {
  group: string;
  /** The ids of the members, by the names that were asked for. */
  people: Record<string, string>;
  /** Starts runs that each wait for one task of the group; its context is the text. */
  give: (contexts: readonly string[], more?: { dueInHours?: number }) => Promise<void>;
};

/** Makes it; everybody has the password of the demo. */
export async function makeWorkplace(docket: Docket, names: readonly string[]): Promise<Workplace> {
  const call = callerOf(docket);
  const mark = crypto.randomUUID().slice(0, 8);
  const group = `desk-${mark}`;
  const people = Object.fromEntries(names.map((name) => [name, `${name}-${mark}`]));
  await call('PUT', `/groups/${group}`, {});
  for (const [name, userId] of Object.entries(people)) {
    const displayName = `${name[0]?.toUpperCase()}${name.slice(1)} Example`;
    await call('PUT', `/users/${userId}`, { displayName, groups: [group], password: 'docket-demo' });
  }
  const form = `check-${mark}`;
  await call('PUT', `/user-task-defs/${form}`, {
    displayName: { en: 'Check a delivery', de: 'Lieferung prüfen' },
    fields: [{ name: 'verdict', displayName: 'What is your verdict?', type: 'STR', required: true }],
  });
  await call('PUT', `/wf-specs/${form}`, workflow(form, group));
  return {
    group,
    people,
    give: async (contexts, { dueInHours } = {}) => {
      const dueAt = dueInHours === undefined ? null : new Date(Date.now() + dueInHours * 3_600_000).toISOString();
      for (const what of contexts) {
        await call('POST', '/wf-runs', { wfSpecName: form, variables: { what, dueAt } });
      }
    },
  };
}

/** One task, whose context and due date the run is given. */
const workflow = (form: string, group: string) => ({
  entrypoint: 'main',
  threads: {
    main: {
      variables: [
        { name: 'what', type: 'STR', required: true },
        { name: 'dueAt', type: 'TIMESTAMP' },
      ],
      nodes: {
        start: { type: 'ENTRYPOINT', edges: [{ to: 'check' }] },
        check: {
          type: 'USER_TASK',
          userTaskDefName: form,
          userGroup: { literal: group },
          context: { variable: 'what' },
          dueAt: { variable: 'dueAt' },
          edges: [{ to: 'end' }],
        },
        end: { type: 'EXIT' },
      },
    },
  },
});

const callerOf = ({ url, apiKey }: Docket) =>
  async function call(method: string, path: string, body: object): Promise<void> {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  };
