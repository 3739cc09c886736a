import { aContainer, aCronJob, aWorkload } from '../../validation/testing/manifest-builders';
import { imageList } from './image-list';

const catalog = {
  nginx: { version: '1.26.3', origin: 'community', builtFrom: 'nginxinc/nginx-unprivileged:1.26.3-alpine-slim' },
  mysql: { version: '8.0.46', origin: 'community', builtFrom: 'mysql:8.0.46' },
} as const;

const DIGEST = `sha256:${'a'.repeat(64)}`;

function running(name: string, ...images: readonly string[]) {
  return aWorkload({ name, containers: images.map((image) => aContainer({ image })) });
}

test('an image is listed once, with all that run it, in whatever container', () => {
  const mysql = 'dtr.bank.example/znyw/mysql:8.0.46';
  const manifests = [
    running('web', 'dtr.bank.example:5000/znyw/nginx:1.26.3'),
    aCronJob({ name: 'mysql-backup', containers: [aContainer({ image: mysql })] }),
    aWorkload({
      name: 'mysql',
      podSpec: { initContainers: [aContainer({ image: mysql })] },
      containers: [aContainer({ image: mysql })],
    }),
  ];

  expect(imageList([{ environment: 'prod', manifests }], catalog)).toEqual([
    {
      image: 'mysql',
      repository: 'znyw/mysql',
      version: '8.0.46',
      archive: 'mysql-8.0.46.tar',
      reference: 'dtr.bank.example/znyw/mysql:8.0.46',
      origin: 'community',
      builtFrom: 'mysql:8.0.46',
      environments: ['prod'],
      workloads: ['mysql', 'mysql-backup'],
    },
    {
      image: 'nginx',
      repository: 'znyw/nginx',
      version: '1.26.3',
      archive: 'nginx-1.26.3.tar',
      reference: 'dtr.bank.example:5000/znyw/nginx:1.26.3',
      origin: 'community',
      builtFrom: 'nginxinc/nginx-unprivileged:1.26.3-alpine-slim',
      environments: ['prod'],
      workloads: ['web'],
    },
  ]);
});

test('a digest stands beside the reference, which is where the image is pushed to', () => {
  const manifests = [running('web', `dtr.bank.example/znyw/nginx:1.26.3@${DIGEST}`)];

  expect(imageList([{ environment: 'prod', manifests }], catalog)).toMatchObject([
    { reference: 'dtr.bank.example/znyw/nginx:1.26.3', digest: DIGEST },
  ]);
});

test('environments with a registry each have a reference each, and share one where it is the same', () => {
  const test = { environment: 'test', manifests: [running('web', 'dtr.test/znyw/nginx:1.26.3')] };
  const prod = { environment: 'prod', manifests: [running('entry', 'dtr/znyw/nginx:1.26.3')] };
  const spare = { environment: 'spare', manifests: [running('web', 'dtr/znyw/nginx:1.26.3')] };

  expect(imageList([test, spare, prod], catalog)).toMatchObject([
    { reference: 'dtr.test/znyw/nginx:1.26.3', environments: ['test'], workloads: ['web'] },
    { reference: 'dtr/znyw/nginx:1.26.3', environments: ['prod', 'spare'], workloads: ['entry', 'web'] },
  ]);
});

test.each([
  ['dtr/znyw/httpd:2', 'Deployment/znyw-prod/web runs the image "dtr/znyw/httpd:2", which the catalog has not'],
  [
    'dtr/znyw/constructor:2',
    'Deployment/znyw-prod/web runs the image "dtr/znyw/constructor:2", which the catalog has not',
  ],
  [
    'dtr/znyw/nginx:1.27',
    'Deployment/znyw-prod/web runs the image "dtr/znyw/nginx:1.27"; the catalog has version 1.26.3',
  ],
])('%s is refused, as nobody knows its archive', (image, message) => {
  expect(() => imageList([{ environment: 'prod', manifests: [running('web', image)] }], catalog)).toThrow(message);
});

test('nothing is listed where nothing runs', () => {
  expect(imageList([{ environment: 'prod', manifests: [{ file: '', json: { kind: 'Service' } }] }], catalog)).toEqual(
    [],
  );
});
