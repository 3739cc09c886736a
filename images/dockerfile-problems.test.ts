import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { imageCatalog } from '../lib/platform/image-catalog';
import { readDockerfile } from './dockerfile';
import { dockerfileProblems, type ExpectedImage } from './dockerfile-problems';

const IMAGE: ExpectedImage = { name: 'web', builtFrom: 'python:3.11-slim', uid: 10001, gid: 10001 };

const GOOD = `ARG BASE=python:3.11-slim

FROM \${BASE} AS package
COPY web/package/ /package/

FROM \${BASE}
# A comment
RUN groupadd --gid 10001 znyw \\
  && useradd --uid 10001 --gid 10001 znyw
LABEL org.opencontainers.image.title=web \\
  org.opencontainers.image.version=\${VERSION} \\
  org.opencontainers.image.source=\${SOURCE} \\
  org.opencontainers.image.base.name=\${BASE}
ENV HOME=/tmp
USER 10001:10001
ENTRYPOINT ["sh", "/opt/start/start.sh"]
`;

const customImages = Object.entries(imageCatalog).filter(([, { origin }]) => origin === 'custom');

test.each(customImages)('the Dockerfile of %s is what the catalog and Kubernetes expect', (name, image) => {
  const text = readFileSync(join(__dirname, name, 'Dockerfile'), 'utf8');

  expect(dockerfileProblems(text, { name, ...image })).toEqual([]);
});

test('an image is one of the catalog', () => {
  expect(customImages.map(([name]) => name)).toEqual(['focus-web', 'hadoop_krb5', 'autotrin', 'alpine-java']);
});

test.each(customImages)('what the Dockerfile of %s copies is in the repository, or in a package folder', (name) => {
  const { stages } = readDockerfile(readFileSync(join(__dirname, name, 'Dockerfile'), 'utf8'));
  const copied = stages
    .flat()
    .filter(({ keyword, rest }) => keyword === 'COPY' && !rest.startsWith('--from='))
    .flatMap(({ rest }) => rest.split(' ').slice(0, -1));
  const elsewhere = copied.filter((path) => !path.startsWith(`${name}/package/`));

  expect(elsewhere.filter((path) => !existsSync(join(__dirname, path.replace('*', 'start'))))).toEqual([]);
});

test('a good Dockerfile has no problem', () => {
  expect(dockerfileProblems(GOOD, IMAGE)).toEqual([]);
});

test.each([
  ['another base', 'BASE=python:3.11-slim', 'BASE=python:3', 'ARG BASE is not python:3.11-slim, as the catalog has it'],
  ['a base of its own', 'FROM ${BASE}\n', 'FROM alpine\n', 'FROM alpine is not the base that ARG BASE names'],
  ['a user by name', 'USER 10001:10001', 'USER znyw', 'USER is not 10001:10001, which Kubernetes compares'],
  ['no passwd entry', '--uid 10001', '--uid 1', 'no user with the id 10001 gets an entry in passwd'],
  [
    'an entry point for a shell',
    'ENTRYPOINT ["sh", "/opt/start/start.sh"]',
    'ENTRYPOINT sh start.sh',
    'ENTRYPOINT sh start.sh is not in exec form',
  ],
  ['no entry point', 'ENTRYPOINT ["sh", "/opt/start/start.sh"]', '', 'ENTRYPOINT is not there once'],
  ['no source', 'image.source=', 'image.url=', 'LABEL org.opencontainers.image.source is missing'],
  ['the title of another', 'title=web', 'title=other', 'the title is not web'],
  [
    'a download',
    'COPY web',
    'ADD https://a/b.tar /b\nCOPY web',
    'ADD https://a/b.tar /b: COPY what the build context holds',
  ],
  [
    'a download in a shell',
    'COPY web',
    'RUN curl -O https://a/b.tar\nCOPY web',
    'RUN curl -O https://a/b.tar: downloads what is no package',
  ],
  [
    'a password',
    'ENV HOME=/tmp',
    'ENV HOME=/tmp DB_PASSWORD=x',
    'ENV DB_PASSWORD would be a secret in the history of the image',
  ],
  [
    'a token to build with',
    'FROM ${BASE}\n',
    'FROM ${BASE}\nARG PIP_TOKEN\n',
    'ARG PIP_TOKEN would be a secret in the history of the image',
  ],
])('%s is a problem', (_, good, bad, problem) => {
  expect(dockerfileProblems(GOOD.replace(good, bad), IMAGE)).toEqual([problem]);
});
