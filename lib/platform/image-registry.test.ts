import { imageReference, type ImageRegistry } from './image-registry';

const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;

function aRegistry(parts: Partial<ImageRegistry> = {}): ImageRegistry {
  return { host: 'dtr.bank.example', organisation: 'znyw', pullSecret: 'dtr-znyw', ...parts };
}

test('a reference is the host, the organisation, the image and its version', () => {
  expect(imageReference(aRegistry(), 'hadoop_krb5')).toBe('dtr.bank.example/znyw/hadoop_krb5:1.0.0');
  expect(imageReference(aRegistry({ host: 'dtr.bank.example:5000' }), 'mongodb')).toBe(
    'dtr.bank.example:5000/znyw/mongodb:6.0.28',
  );
});

test('a digest is written behind the version, for the image that it is given for', () => {
  const registry = aRegistry({ digests: { 'focus-web': DIGEST } });

  expect(imageReference(registry, 'focus-web')).toBe(`dtr.bank.example/znyw/focus-web:1.0.0@${DIGEST}`);
  expect(imageReference(registry, 'mysql')).toBe('dtr.bank.example/znyw/mysql:8.0.46');
});
