// The rooms of ARCHITECTURE.md and who may import whom; type imports count.
const ROOMS = '^(lib|app|components|prisma|e2e|sdk|server|bench|examples)/';
const PACKAGES = 'node_modules/';
const TESTS = '[.]test[.]tsx?$';

const room = (name, from, mayImport) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { path: ROOMS, pathNot: [from, ...mayImport] },
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },

    room('contracts-know-nothing', '^lib/contracts/', []),
    room('engine-knows-only-contracts', '^lib/engine/', ['^lib/contracts/']),
    room('persistence-knows-engine', '^lib/persistence/', ['^lib/(contracts|engine|platform)/', '^prisma/']),
    room('services-know-persistence', '^lib/services/', ['^lib/(contracts|engine|persistence|platform)/']),
    room('http-knows-no-database', '^lib/http/', ['^lib/(contracts|auth|platform)/']),
    room('actions-know-no-services', '^lib/actions/', ['^lib/(contracts|auth|platform)/']),
    room('runtime-knows-services', '^lib/runtime/', ['^lib/(services|platform)/']),
    room('auth-knows-identity', '^lib/auth/', ['^lib/(contracts|platform)/', '^lib/services/identity/']),
    room('platform-knows-nobody', '^lib/platform/', []),
    room('app-knows-services-only', '^app/', [
      '^lib/(contracts|services|http|actions|auth|platform)/',
      '^components/',
      '^server/',
    ]),
    room('components-know-contracts-only', '^components/(?!ui/)', ['^components/', '^lib/contracts/']),
    room('ui-primitives-know-nobody', '^components/ui/', []),
    // Its tests hold what it writes against the engine's own checks.
    { ...room('sdk-knows-contracts-only', '^sdk/', ['^lib/contracts/']), from: { path: '^sdk/', pathNot: TESTS } },
    room('outside-speaks-the-sdk', '^(e2e|examples)/', [
      '^(e2e|examples)/',
      '^lib/contracts/',
      '^sdk/',
      '^scripts/testing/',
    ]),
    room('seed-speaks-services', '^prisma/', ['^lib/(contracts|services|platform)/']),

    {
      name: 'pages-read-only',
      severity: 'error',
      from: { path: '^app/.*(page|layout)[.]tsx$' },
      to: { path: '^lib/services/', pathNot: '/queries/' },
    },
    {
      name: 'scripts-are-no-library',
      severity: 'error',
      from: { path: ROOMS, pathNot: [TESTS, '^(e2e|bench)/'] },
      to: { path: '^scripts/' },
    },
    {
      name: 'engine-no-node-builtins',
      severity: 'error',
      from: { path: '^lib/(engine|contracts)/', pathNot: TESTS },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'engine-no-packages',
      severity: 'error',
      from: { path: '^lib/engine/', pathNot: [TESTS, '^lib/engine/testing/'] },
      to: { path: PACKAGES, pathNot: 'node_modules/(json-p3|@noble/hashes|re2js)/' },
    },
    {
      name: 'contracts-only-zod-and-re2js',
      severity: 'error',
      from: { path: '^lib/contracts/', pathNot: TESTS },
      to: { path: PACKAGES, pathNot: 'node_modules/(zod|re2js)/' },
    },
    {
      name: 'next-and-react-only-at-the-edge',
      severity: 'error',
      from: { path: '^lib/(contracts|engine|persistence|services|runtime)/|^sdk/' },
      to: { path: 'node_modules/(next|react|react-dom|next-auth)/' },
    },
    {
      name: 'prisma-client-only-in-persistence',
      severity: 'error',
      from: { pathNot: '^(lib/persistence|prisma|scripts/database)/' },
      to: { path: '(@prisma/|^lib/persistence/generated)' },
    },
    {
      name: 'components-never-reach-database',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^lib/(persistence|engine)/', reachable: true },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: '(node_modules|^lib/persistence/generated)' },
    // next-env.d.ts is Next's own, and after `npm run dev` it names types that are gone once they are made anew.
    exclude: { path: '^(([.]next|[.]data|sdk/dist|test-results|playwright-report)/|next-env[.]d[.]ts$)' },
    enhancedResolveOptions: { conditionNames: ['import', 'node', 'default', 'types'], exportsFields: ['exports'] },
  },
};
