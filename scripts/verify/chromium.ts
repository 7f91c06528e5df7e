// A Chromium for the journeys: the system's, else Playwright's own, else one is installed.

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const SYSTEM_CHROMIUM = '/usr/bin/chromium';

/** The browser to launch; undefined for Playwright's own. */
export function systemChromium(): string | undefined {
  return existsSync(SYSTEM_CHROMIUM) ? SYSTEM_CHROMIUM : undefined;
}

/** Sees to it that there is one. */
export function ensureChromium(): void {
  if (systemChromium() !== undefined || existsSync(chromium.executablePath())) return;
  console.log('Installing Chromium for the journeys …');
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version') && installWithApt()) return;
  execFileSync(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'], { stdio: 'inherit' });
}

function installWithApt(): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args: string[]) =>
    spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
  return apt('update') && apt('install', '-y', '--no-install-recommends', 'chromium');
}
