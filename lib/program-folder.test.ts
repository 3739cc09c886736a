import { join } from 'node:path';
import { programFolder } from './program-folder';

test('the folder of the program is the one with its cdk8s.yaml', () => {
  expect(programFolder()).toBe(join(__dirname, '..'));
});
