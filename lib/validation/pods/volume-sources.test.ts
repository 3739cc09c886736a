import { Field } from '../fields/field';
import type { Json } from '../manifest';
import { volumeSourceProblems } from './volume-sources';

const ask = (volume: Json) =>
  volumeSourceProblems(new Field('volume', volume)).map(({ field, message }) => `${field}: ${message}`);

test.each<Json>([
  { name: 'a' },
  { name: 'a', emptyDir: {} },
  { name: 'a', hostPath: { path: '/a', type: '' } },
  { name: 'a', secret: { secretName: 'b', defaultMode: 511 } },
])('at most one source is fine: %j', (volume) => {
  expect(ask(volume)).toEqual([]);
});

test.each<[Json, readonly string[]]>([
  [{ emptyDir: {}, nfs: { server: 'a', path: '/b' } }, ['volume: has emptyDir and nfs; only one of these is expected']],
  [
    { secret: { secretName: 'b', defaultMode: 512 } },
    ['volume.secret.defaultMode: is 512; 0 to 511 is expected, which is 0777 in octal'],
  ],
  [
    { hostPath: { path: '/..', type: 'Disk' } },
    [
      'volume.hostPath.type: is "Disk"; DirectoryOrCreate, Directory, FileOrCreate, File, Socket, CharDevice or BlockDevice is expected',
      'volume.hostPath.path: is "/.."; a path without ".." is expected',
    ],
  ],
])('%j is not', (volume, problems) => {
  expect(ask(volume)).toEqual(problems);
});
