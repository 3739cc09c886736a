import { Size } from 'cdk8s';
import { uploadRoom } from './upload-room';

test.each([
  [1, 10, 1],
  [200, 8, 2],
  [200, 10, 2],
  [1024, 4, 4],
])('uploads of %d Mi, %d at a time, have %d Gi of scratch space', (mebibytes, uploads, gibibytes) => {
  expect(uploadRoom(Size.mebibytes(mebibytes), uploads).toGibibytes()).toBe(gibibytes);
});
