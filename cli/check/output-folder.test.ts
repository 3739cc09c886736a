import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { outputFolder } from './output-folder';

let folder: string;
const home = process.cwd();

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'znyw-'));
  process.chdir(folder);
});

afterEach(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

test('without dist/ it says what writes it', () => {
  expect(outputFolder(['prod'])).toEqual({
    environments: [],
    unread: [{ file: 'dist', reason: 'does not exist; npm run synth writes it' }],
  });
});

test('what is in dist/ and belongs to no environment is not passed over in silence', () => {
  mkdirSync('dist/prod', { recursive: true });
  mkdirSync('dist/old');
  writeFileSync('dist/focus.k8s.yaml', '');

  expect(outputFolder(['test', 'prod'])).toEqual({
    environments: ['prod'],
    unread: [
      { file: 'dist/focus.k8s.yaml', reason: 'belongs to no environment; known: test, prod' },
      { file: 'dist/old', reason: 'belongs to no environment; known: test, prod' },
    ],
  });
});
