// Operations on ScheduledWfRuns.
import { z } from 'zod';
import { docketName } from '../names.ts';
import { pageOf, pageQuery } from '../pagination.ts';
import { scheduleBody, scheduledWfRun } from '../schedule.ts';
import { wfRunSummary } from '../wf-run.ts';
import { operation } from './operation.ts';

const ofSchedule = z.strictObject({ scheduleId: docketName });
const read = { user: 'admin', scope: 'read' } as const;
const write = { user: 'admin', scope: 'runs' } as const;
const tag = 'Schedules';

export const scheduleOperations = {
  scheduleWf: operation({
    method: 'POST',
    path: '/scheduled-wf-runs',
    tag,
    summary: 'Run a WfSpec by cron',
    description:
      'The WfSpec, its variables, the cron expression and the time zone are checked now. Each tick starts one run, of the latest version of then unless one is given; ticks that are missed while no process runs give one run together.',
    access: write,
    body: scheduleBody,
    response: scheduledWfRun,
    status: 201,
    errors: ['ALREADY_EXISTS'],
  }),
  searchScheduledWfRuns: operation({
    method: 'GET',
    path: '/scheduled-wf-runs',
    tag,
    summary: 'List schedules, newest first',
    access: read,
    query: pageQuery.extend({ wfSpecName: docketName.optional() }),
    response: pageOf(scheduledWfRun),
    status: 200,
    errors: [],
  }),
  getScheduledWfRun: operation({
    method: 'GET',
    path: '/scheduled-wf-runs/{scheduleId}',
    tag,
    summary: 'Get a schedule',
    access: read,
    params: ofSchedule,
    response: scheduledWfRun,
    status: 200,
    errors: ['NOT_FOUND'],
  }),
  deleteScheduledWfRun: operation({
    method: 'DELETE',
    path: '/scheduled-wf-runs/{scheduleId}',
    tag,
    summary: 'Delete a schedule; the runs that it started stay',
    access: write,
    params: ofSchedule,
    status: 204,
    errors: ['NOT_FOUND'],
  }),
  pauseScheduledWfRun: operation({
    method: 'POST',
    path: '/scheduled-wf-runs/{scheduleId}/pause',
    tag,
    summary: 'Pause a schedule; ticks that pass meanwhile are not made up for',
    access: write,
    params: ofSchedule,
    response: scheduledWfRun,
    status: 200,
    errors: ['NOT_FOUND'],
  }),
  resumeScheduledWfRun: operation({
    method: 'POST',
    path: '/scheduled-wf-runs/{scheduleId}/resume',
    tag,
    summary: 'Go on with a schedule from the next tick',
    access: write,
    params: ofSchedule,
    response: scheduledWfRun,
    status: 200,
    errors: ['NOT_FOUND'],
  }),
  listRunsOfSchedule: operation({
    method: 'GET',
    path: '/scheduled-wf-runs/{scheduleId}/runs',
    tag,
    summary: 'List the WfRuns that a schedule started, newest first',
    access: read,
    params: ofSchedule,
    query: pageQuery,
    response: pageOf(wfRunSummary),
    status: 200,
    errors: ['NOT_FOUND'],
  }),
};
