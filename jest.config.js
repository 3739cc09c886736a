/** @see tsconfig.json, which esbuild reads and swc does not */
const COMPILED_AS_IN_TSCONFIG = {
  target: 'es2022',
  parser: { syntax: 'typescript' },
  transform: { useDefineForClassFields: false },
};

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: './scripts/test-environment.ts',
  testMatch: ['**/*.test.ts'],
  // What needs nginx, redis and the like, or whole processes of npm and npx, is `npm run test:system`.
  testPathIgnorePatterns: ['/node_modules/', '\\.(?:system|program)\\.test\\.ts$'],
  transform: { '\\.ts$': ['@swc/jest', { jsc: COMPILED_AS_IN_TSCONFIG }] },
  // With its default, jest leaves one of two processors to nobody.
  maxWorkers: '100%',
  // Some tests start whole processes, and machines are slower than the one that they were written on.
  testTimeout: 60_000,
  snapshotFormat: { escapeString: false, printBasicPrototype: false },
};
