import type { Metadata } from 'next';
import { CompareView } from '#components/definitions/compare-view.tsx';
import { translator } from '../../../../../intl.ts';
import { firstOf, read, requirePerson, type SearchParams } from '../../../../../read.ts';

type Props = { params: Promise<{ name: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await translator('definitions.compare');
  return { title: `${t('title')}: ${(await params).name}` };
}

/** The last two versions, unless the address names others. */
export default async function ComparePage({ params, searchParams }: Props) {
  const { name } = await params;
  const here = await firstOf(searchParams, ['from', 'to']);
  const person = await requirePerson(`/admin/user-task-defs/${name}/compare`, here);
  const { results } = await read(person, 'listUserTaskDefVersions', { name, limit: 200 });
  const find = (version: string | undefined) =>
    version === undefined
      ? null
      : (results.find((one) => one.version === Number(version)) ??
        read(person, 'getUserTaskDefVersion', { name, version: Number(version) }));
  const [after, before] = await Promise.all([find(here.to) ?? results[0], find(here.from) ?? results[1]]);
  return (
    <CompareView
      name={name}
      versions={results.map(({ version }) => version)}
      pair={before && after ? { before, after } : null}
    />
  );
}
