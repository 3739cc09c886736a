import { prod } from '../environments/prod';
import {
  rendered,
  theFiles,
  theObject,
  theVariables,
  onlyContainer,
  type RenderedDeployment,
} from '../workloads/testing/rendered-objects';
import { anAppOf } from './testing-app';

/** Returns the Focus stack of production. */
const focus = () => anAppOf(prod).node.findChild('focus');

test('Focus is four containers of four images', () => {
  const images = rendered<RenderedDeployment>(focus(), 'Deployment').map(({ metadata, spec }) => [
    metadata.name,
    onlyContainer(spec.template.spec).image,
  ]);

  expect(images).toEqual([
    ['focus-mysql', 'dtr.bank.example/znyw/mysql:8.0.46'],
    ['focus-redis', expect.stringMatching(/^dtr\.bank\.example\/znyw\/redis:7\.2\.\d+$/)],
    ['focus-web', 'dtr.bank.example/znyw/focus-web:1.0.0'],
    ['focus-nginx', 'dtr.bank.example/znyw/nginx:1.26.3'],
  ]);
});

test('the application knows its database and its queue', () => {
  expect(theVariables(focus(), 'focus-web')).toMatchObject({
    MYSQL_HOST: 'focus-mysql',
    MYSQL_DATABASE: 'focus',
    REDIS_HOST: 'focus-redis',
  });
});

test('gateway, application and Ingress allow an upload the same size, and an answer the same time', () => {
  const conf = theFiles(focus(), 'focus-nginx')['nginx.conf'];

  expect(conf).toContain('client_max_body_size 200m;');
  expect(conf).toContain('proxy_read_timeout 600s;');
  expect(theVariables(focus(), 'focus-web')).toMatchObject({
    MAX_UPLOAD_BYTES: `${200 * 1024 * 1024}`,
    GUNICORN_CMD_ARGS: expect.stringContaining(' --timeout=600 '),
  });
  expect(theObject(focus(), 'Ingress', 'focus-nginx').metadata.annotations).toEqual({
    'nginx.ingress.kubernetes.io/proxy-body-size': '200m',
    'nginx.ingress.kubernetes.io/proxy-read-timeout': '600',
    'nginx.ingress.kubernetes.io/proxy-send-timeout': '600',
  });
});

test('all objects say that they belong to Focus', () => {
  const stacks = rendered(focus()).map(({ metadata }) => metadata.labels['znyw/stack']);

  expect([...new Set(stacks)]).toEqual(['focus']);
});
