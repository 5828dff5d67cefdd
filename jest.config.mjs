/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  // Programs, engines and browsers on a busy machine: a deadline costs nothing until it is passed.
  testTimeout: 600_000,
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': '<rootDir>/tools/esbuild-jest.mjs' },
  collectCoverageFrom: ['src/**/*.ts'],
  coverageProvider: 'v8',
  reporters: ['default', '<rootDir>/tools/count-reporter.mjs']
}
