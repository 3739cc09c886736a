import { imageCatalog, type CatalogImage } from './image-catalog';

const images: readonly (readonly [string, CatalogImage])[] = Object.entries(imageCatalog);

test('there are nine images, five of the community and four of our own', () => {
  const named = (origin: CatalogImage['origin']) =>
    images.filter(([, image]) => image.origin === origin).map(([name]) => name);

  expect(named('community')).toEqual(['nginx', 'mysql', 'redis', 'mongodb', 'influxdb']);
  expect(named('custom')).toEqual(['focus-web', 'hadoop_krb5', 'autotrin', 'alpine-java']);
});

test.each(images)('%s has a version that does not move', (_name, { version }) => {
  expect(version).toMatch(/^\d+\.\d+\.\d+$/);
});

test.each(images)('%s runs as a numeric user and group that are not root', (_name, { uid, gid }) => {
  expect(Number.isInteger(uid) && uid > 0).toBe(true);
  expect(Number.isInteger(gid) && gid > 0).toBe(true);
});

test.each(images.filter(([, { origin }]) => origin === 'community'))(
  '%s is retagged from the same version of the community',
  (_name, { version, builtFrom }) => {
    expect(builtFrom).toMatch(new RegExp(`:${version.replaceAll('.', '\\.')}(-|$)`));
  },
);
