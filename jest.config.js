/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  testMatch: ['**/*.test.ts'],
  // What needs nginx, redis and the like is `npm run test:system`.
  testPathIgnorePatterns: ['/node_modules/', '\\.system\\.test\\.ts$'],
  transform: { '\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }] },
  snapshotFormat: { escapeString: false, printBasicPrototype: false },
};
