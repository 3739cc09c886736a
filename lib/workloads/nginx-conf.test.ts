import { nginxConf, type NginxSettings } from './nginx-conf';

function aConf(parts: Partial<NginxSettings> = {}): string {
  return nginxConf({ routes: [], uploadLimitMebibytes: 1, responseTimeoutSeconds: 60, ...parts });
}

test('each route is a location of its own', () => {
  const routes = [
    { path: '/', url: 'http://anomaly-query-api:8080' },
    { path: '/api/config/', url: 'http://anomaly-config-api:8080' },
  ];

  expect(aConf({ routes })).toContain(`
    location / {
      proxy_pass http://anomaly-query-api:8080;
    }

    location /api/config/ {
      proxy_pass http://anomaly-config-api:8080;
    }
`);
});

test('uploads and answers have the limits that they are given', () => {
  const lines = aConf({ uploadLimitMebibytes: 200, responseTimeoutSeconds: 600 }).split('\n');

  expect(lines).toContain('  client_max_body_size 200m;');
  expect(lines).toContain('  proxy_read_timeout 600s;');
  expect(lines).toContain('  proxy_send_timeout 600s;');
});

test('whatever nginx writes is below /tmp, as nothing else can be written', () => {
  const paths = [...aConf().matchAll(/^ *(?:pid|\w+_temp_path) (.*);$/gm)].map(([, path]) => path);

  expect(paths).toEqual([
    '/tmp/nginx.pid',
    '/tmp/client_body',
    '/tmp/proxy',
    '/tmp/fastcgi',
    '/tmp/uwsgi',
    '/tmp/scgi',
  ]);
});

test('the port is one that a user who is not root may open', () => {
  expect(aConf()).toContain('    listen 8080;\n');
});

test('the sign of life asks nobody behind nginx', () => {
  const [, body] = /location = \/healthz \{([^}]*)\}/.exec(aConf()) ?? [];

  expect(body).toContain('return 200');
  expect(body).not.toContain('proxy_pass');
});
