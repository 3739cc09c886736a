import { shortImages } from './short-images';

test.each([
  ['dtr.bank.example:5000/znyw/mongodb:6.0.28', 'mongodb:6.0.28'],
  ['mongodb', 'mongodb'],
  ['znyw/mongodb@sha256:0123456789abcdef0123456789abcdef', 'mongodb@sha256:0123456789ab'],
  ['mongodb:6.0@sha256:0123456789abcdef', 'mongodb:6.0'],
  ['', ''],
])('%s is shown as %s', (image, short) => {
  expect(shortImages({ containers: [{ name: 'a', image, init: false }] })).toEqual([short]);
});

test('an image that two containers have is shown once', () => {
  const container = { image: 'nginx:1.26.3', init: false };

  expect(
    shortImages({
      containers: [
        { name: 'a', ...container },
        { name: 'b', ...container },
      ],
    }),
  ).toEqual(['nginx:1.26.3']);
});
