import type { en } from '../en/index.ts';
import type { Translated } from '../translated.ts';
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
import { reason } from './reason.ts';
import { runs } from './runs.ts';
import { shell } from './shell.ts';
import { signIn } from './sign-in.ts';
import { task } from './task.ts';
import { ui } from './ui.ts';
import { values } from './values.ts';

export const de: Translated<typeof en> = {
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
  reason,
  runs,
  shell,
  signIn,
  task,
  ui,
  values,
};
