import { REASONS } from '#contracts/reasons.ts';
import { builder } from './builder.ts';
import { bulk } from './bulk.ts';
import { dashboards } from './dashboards.ts';
import { definitions } from './definitions.ts';
import { design } from './design.ts';
import { desk } from './desk.ts';
import { form } from './form.ts';
import { inbox } from './inbox.ts';
import { people } from './people.ts';
import { problem } from './problem.ts';
import { runs } from './runs.ts';
import { shell } from './shell.ts';
import { signIn } from './sign-in.ts';
import { task } from './task.ts';
import { ui } from './ui.ts';
import { values } from './values.ts';

/** All messages in English, which is the measure of the other languages: a key that is missing there does not compile. */
export const en = {
  dashboards,
  definitions,
  builder,
  bulk,
  desk,
  design,
  form,
  inbox,
  people,
  problem,
  reason: REASONS,
  runs,
  shell,
  signIn,
  task,
  ui,
  values,
} as const;
