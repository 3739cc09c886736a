import * as fc from 'fast-check';
import { fileNames } from './file-names';

test.each([
  [
    ['prod', 'test'],
    ['prod', 'test'],
  ],
  [
    ['../../etc/passwd', '/srv/yaml/'],
    ['passwd', 'yaml'],
  ],
  [
    ['Prod', 'prod', 'prod-2'],
    ['prod', 'prod-2', 'prod-2-2'],
  ],
  [
    ['监控', ''],
    ['set', 'set-2'],
  ],
])('%j can be files %j', (names, files) => {
  expect(fileNames(names)).toEqual(files);
});

test('whatever the names, the files differ and hold nothing that a path could use', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (names) => {
      const files = fileNames(names);

      expect(new Set(files).size).toBe(names.length);
      expect(files.filter((file) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(file))).toEqual([]);
    }),
  );
});
