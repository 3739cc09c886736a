/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  testMatch: ['**/*.test.ts'],
  transform: { '\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }] },
  // A snapshot is YAML text already: stored as it is, it reads like the file in dist/.
  snapshotSerializers: [],
  snapshotFormat: { escapeString: false, printBasicPrototype: false },
};
