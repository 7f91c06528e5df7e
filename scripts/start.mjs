// `npm start` and `npm run dev`: plain JavaScript for any Node from 20.9 on, since nothing is installed yet.
import { bootstrap } from './launch/bootstrap.mjs';

const dev = process.argv.includes('--dev');
await bootstrap('scripts/launch/main.ts', { NODE_ENV: dev ? 'development' : 'production' });
