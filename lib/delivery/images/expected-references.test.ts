import { expectedReferences, isAmongReferences } from './expected-references';
import type { ExpectedImage } from './expected-references';

const nginx: ExpectedImage = {
  image: 'nginx',
  version: '1.26.3',
  repository: 'znyw/nginx',
  origin: 'community',
  builtFrom: 'nginxinc/nginx-unprivileged:1.26.3-alpine-slim',
};
const autotrin: ExpectedImage = {
  image: 'autotrin',
  version: '1.0.0',
  repository: 'znyw/autotrin',
  origin: 'custom',
  builtFrom: 'python:3.11-slim',
};

test('an image of the community may have its own name in the archive, one that is built here may not have its base', () => {
  expect(expectedReferences(nginx)).toEqual([
    'nginx:1.26.3',
    'znyw/nginx:1.26.3',
    'nginxinc/nginx-unprivileged:1.26.3-alpine-slim',
  ]);
  expect(expectedReferences(autotrin)).toEqual(['autotrin:1.0.0', 'znyw/autotrin:1.0.0']);
});

test('a name that is that of the community is there once', () => {
  const mysql: ExpectedImage = {
    ...nginx,
    image: 'mysql',
    repository: 'znyw/mysql',
    version: '8',
    builtFrom: 'mysql:8',
  };

  expect(expectedReferences(mysql)).toEqual(['mysql:8', 'znyw/mysql:8']);
});

test.each([
  'nginx:1.26.3',
  'docker.io/library/nginx:1.26.3',
  'library/nginx:1.26.3',
  'localhost/nginx:1.26.3',
  'localhost:5000/znyw/nginx:1.26.3',
  'dtr.bank.example/znyw/nginx:1.26.3',
  'nginxinc/nginx-unprivileged:1.26.3-alpine-slim',
  'docker.io/nginxinc/nginx-unprivileged:1.26.3-alpine-slim',
])('%s is nginx 1.26.3', (reference) => {
  expect(isAmongReferences(reference, expectedReferences(nginx))).toBe(true);
});

test.each([
  'nginx:1.26.2',
  'nginx',
  'nginx:latest',
  'nginx-unprivileged:1.26.3',
  'other/nginx:1.26.3',
  'dtr.bank.example/other/nginx:1.26.3',
  'nginxinc/nginx-unprivileged:1.26.3',
  'redis:7.2.11',
  '',
])('"%s" is not', (reference) => {
  expect(isAmongReferences(reference, expectedReferences(nginx))).toBe(false);
});
