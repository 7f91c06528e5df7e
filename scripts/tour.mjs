// `npm run tour`: plain JavaScript for any Node from 20.9 on, since nothing is installed yet.
import { bootstrap } from './launch/bootstrap.mjs';

await bootstrap('scripts/verify/tour.ts', {});
