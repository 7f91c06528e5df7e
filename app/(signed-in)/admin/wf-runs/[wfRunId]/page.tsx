import type { Metadata } from 'next';
import { RunPage } from '#components/runs/run-page.tsx';
import { runPartOf } from '#components/runs/run-parts.ts';
import { Page } from '#components/ui/page.tsx';
import { firstOf, read, requirePerson, type SearchParams } from '../../../../read.ts';
import { deleteWfRun, putExternalEvent, rescueWfRun, resumeWfRun, stopWfRun } from '../../../actions.ts';
import { readPictures } from '../../read-pictures.ts';
import { RunPartView } from './run-part-view.tsx';

type Props = { params: Promise<{ wfRunId: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `WfRun ${(await params).wfRunId}` };
}

const ACTIONS = { stopWfRun, resumeWfRun, rescueWfRun, deleteWfRun, putExternalEvent };

export default async function WfRunPage({ params, searchParams }: Props) {
  const { wfRunId } = await params;
  const here = await firstOf(searchParams, ['part', 'thread', 'bookmark']);
  const person = await requirePerson(`/admin/wf-runs/${wfRunId}`, here);
  const run = await read(person, 'getWfRun', { wfRunId });
  const only = run.threadRuns.find(({ number }) => `${number}` === here.thread)?.number ?? null;
  const id = { name: run.wfSpecName, majorVersion: run.majorVersion, revision: run.revision };
  const failed = run.threadRuns.filter(({ status }) => status === 'ERROR' || status === 'EXCEPTION').slice(0, 10);
  const [spec, pictures, path, variables, ...failedAt] = await Promise.all([
    read(person, 'getWfSpecVersion', { name: id.name, version: `${id.majorVersion}.${id.revision}` }),
    readPictures(person, id),
    read(person, 'getWfRunPath', { wfRunId, ...(only !== null && { threadRunNumber: only }) }),
    read(person, 'listVariables', { wfRunId, limit: 200 }),
    ...failed.map(({ number, threadSpecName, currentNodeName }) =>
      read(person, 'listNodeRuns', {
        wfRunId,
        threadRunNumber: number,
        threadSpecName,
        nodeName: currentNodeName,
        limit: 200,
      }),
    ),
  ]);
  const part = runPartOf(here.part);
  return (
    <Page>
      <RunPage
        run={run}
        spec={spec}
        pictures={pictures}
        path={path}
        only={only}
        variables={variables.results}
        areMoreVariables={variables.bookmark !== null}
        failedAt={failedAt.flatMap(({ results }) => results)}
        part={part}
        actions={ACTIONS}
      >
        <RunPartView run={run} part={part} bookmark={here.bookmark} person={person} />
      </RunPage>
    </Page>
  );
}
