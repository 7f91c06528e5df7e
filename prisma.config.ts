import { defineConfig } from 'prisma/config';

export default defineConfig({
  schema: 'prisma',
  migrations: { path: 'prisma/migrations' },
  // Only the ordinary Prisma CLI reads this; Docket's own scripts are handed their address.
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://localhost:5432/docket' },
});
