// The production server in a process of its own, on a port that is free; says where.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const host = '127.0.0.1';
const probe = createServer().listen(0, host);
await new Promise((resolve) => probe.once('listening', resolve));
const { port } = probe.address() as AddressInfo;
await new Promise((resolve) => probe.close(resolve));

const url = `http://${host}:${port}`;
process.env.APP_URL = url;
process.env.NEXTAUTH_URL = url;
process.env.PORT = String(port);
// Loaded only now: what it imports reads the environment.
const { startServer } = await import('#server/main.ts');
const server = await startServer({ port, host, dev: false });
process.on('disconnect', () => void server.close().then(() => process.exit(0)));
process.send?.(url);
