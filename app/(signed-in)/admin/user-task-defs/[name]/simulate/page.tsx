import type { Metadata } from 'next';
import { type SimulatedSpec, SimulateView } from '#components/definitions/simulate-view.tsx';
import type { UserPrincipal } from '#contracts/principal.ts';
import { isDynamic } from '#contracts/wf-spec.ts';
import { translator } from '../../../../../intl.ts';
import { find, firstOf, read, requirePerson, type SearchParams } from '../../../../../read.ts';
import { simulateWfSpec } from '../../../../actions.ts';
import { readStructs } from '../../../read-structs.ts';

type Props = { params: Promise<{ name: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await translator('definitions.simulate');
  return { title: `${t('title')}: ${(await params).name}` };
}

export default async function SimulatePage({ params, searchParams }: Props) {
  const { name } = await params;
  const here = await firstOf(searchParams, ['spec']);
  const person = await requirePerson(`/admin/user-task-defs/${name}/simulate`, here);
  const { usedBy } = await read(person, 'getUserTaskDefUse', { name });
  const specs = usedBy.map(({ wfSpecName }) => wfSpecName);
  const wanted = specs.find((one) => one === here.spec) ?? specs[0];
  const spec = wanted === undefined ? null : await specOf(person, wanted, name);
  return <SimulateView name={name} specs={specs} spec={spec} simulateWfSpec={simulateWfSpec} />;
}

/** The latest version of a WfSpec as it is simulated: its inputs, and its user tasks with the forms that they are pinned to. */
async function specOf(person: UserPrincipal, wanted: string, ours: string): Promise<SimulatedSpec> {
  const { name, majorVersion, revision, entrypoint, threads } = await read(person, 'getWfSpec', { name: wanted });
  const asking = Object.values(threads).flatMap(({ nodes }) =>
    Object.entries(nodes).flatMap(([node, one]) => (one.type === 'USER_TASK' ? [{ node, one }] : [])),
  );
  const steps = asking.map(async ({ node, one: { userTaskDefName, userTaskDefVersion } }) => {
    if (isDynamic(userTaskDefName)) return { node, form: null, isOurs: false };
    const found =
      userTaskDefVersion === undefined
        ? await find(person, 'getUserTaskDef', { name: userTaskDefName })
        : await find(person, 'getUserTaskDefVersion', { name: userTaskDefName, version: userTaskDefVersion });
    return { node, form: found?.output ?? null, isOurs: userTaskDefName === ours };
  });
  const variables = threads[entrypoint]?.variables ?? [];
  return {
    name,
    majorVersion,
    revision,
    variables,
    structs: await readStructs(person, variables),
    steps: await Promise.all(steps),
  };
}
