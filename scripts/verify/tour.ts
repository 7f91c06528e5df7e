// `npm run tour`: pictures of every page, as CONTRIBUTING.md tells. What follows on the command line goes on to Playwright.

import { spawn } from 'node:child_process';
import { generateIfStale } from '../launch/build.ts';
import { ensureChromium } from './chromium.ts';

const PLAYWRIGHT = ['node_modules/@playwright/test/cli.js', 'test', '--config', 'e2e/tour/playwright.config.ts'];

await generateIfStale();
ensureChromium();
const walk = spawn(process.execPath, [...PLAYWRIGHT, ...process.argv.slice(2)], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'disconnect']) process.on(signal, () => walk.kill('SIGTERM'));
walk.once('exit', (code) => process.exit(code ?? 1));
