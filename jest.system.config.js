const unit = require('./jest.config.js');

/**
 * Tests against real programs of the machine, and of our own programs as whole processes. A program that is not there skips its tests with the reason, except in
 * CI, where that is a failure.
 * @type {import('jest').Config}
 */
module.exports = { ...unit, testMatch: ['**/*.{system,program}.test.ts'], testPathIgnorePatterns: ['/node_modules/'] };
