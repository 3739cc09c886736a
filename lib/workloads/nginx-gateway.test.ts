import { Duration, Size } from 'cdk8s';
import { prod } from '../environments/prod';
import type { BrowserEntry } from '../platform/browser-entry';
import { NginxGateway, type NginxGatewayProps } from './nginx-gateway';
import {
  rendered,
  theContainer,
  theFiles,
  theObject,
  theOpenings,
  type RenderedPolicy,
} from './testing/rendered-objects';
import type { Stack } from './stack';
import { aStack } from './testing/testing-stack';
import { TestingWorkload } from './testing/testing-workload';

const DNS = ['out kube-system/kube-dns 53/TCP', 'out kube-system/kube-dns 53/UDP'];
const NODE_PORT: BrowserEntry = { type: 'node-port', port: 30081, allowedRanges: ['10.0.0.0/8', '172.16.0.0/12'] };
const INGRESS = prod.entries.anomaly;

/** Makes a gateway with two services behind it. */
function aGateway(props: Partial<NginxGatewayProps> = {}): Stack {
  const stack = aStack();
  const queryApi = new TestingWorkload(stack, 'query-api');
  const configApi = new TestingWorkload(stack, 'config-api');
  const routes = [
    { path: '/', to: queryApi },
    { path: '/api/config/', to: configApi },
    { path: '/api/kpi/', to: configApi },
  ];
  new NginxGateway(stack, 'nginx', { summary: 'entry', entry: INGRESS, routes, ...props });
  return stack;
}

test('it calls what its routes lead to, and nothing else', () => {
  expect(theOpenings(aGateway(), 'anomaly-nginx').filter((line) => line.startsWith('out '))).toEqual([
    'out anomaly-config-api 8080/TCP',
    'out anomaly-query-api 8080/TCP',
    ...DNS,
  ]);
});

test('requests go by their path to the Service of the workload', () => {
  const conf = theFiles(aGateway(), 'anomaly-nginx')['nginx.conf'];

  expect(
    [...(conf ?? '').matchAll(/location (\S+) \{\n *proxy_pass (\S+);/g)].map(([, path, url]) => [path, url]),
  ).toEqual([
    ['/', 'http://anomaly-query-api:8080'],
    ['/api/config/', 'http://anomaly-config-api:8080'],
    ['/api/kpi/', 'http://anomaly-config-api:8080'],
  ]);
});

test('a gateway that leads nowhere is refused', () => {
  expect(() => aGateway({ routes: [] })).toThrow(new RangeError('anomaly-nginx has 0 routes; give it 1 or more'));
});

test('uploads and answers have the limits of the stack, or those of nginx itself', () => {
  const given = aGateway({ uploadLimit: Size.mebibytes(200), responseTimeout: Duration.minutes(10) });

  expect(theFiles(given, 'anomaly-nginx')['nginx.conf']).toContain('client_max_body_size 200m;');
  expect(theFiles(given, 'anomaly-nginx')['nginx.conf']).toContain('proxy_read_timeout 600s;');
  expect(theFiles(aGateway(), 'anomaly-nginx')['nginx.conf']).toContain('client_max_body_size 1m;');
  expect(theFiles(aGateway(), 'anomaly-nginx')['nginx.conf']).toContain('proxy_read_timeout 60s;');
});

test('nginx reads the file that is mounted, and stays in the foreground', () => {
  const { args, volumeMounts } = theContainer(aGateway(), 'anomaly-nginx');

  expect(args).toEqual(['nginx', '-c', '/etc/znyw/nginx.conf', '-g', 'daemon off;']);
  expect(volumeMounts.map(({ mountPath }) => mountPath)).toEqual(['/etc/znyw', '/tmp']);
});

describe('through a port of the VMs', () => {
  test('a Service leads there, and keeps the address of the caller', () => {
    const services = rendered(aGateway({ entry: NODE_PORT }), 'Service').filter(
      ({ metadata }) => metadata.name === 'anomaly-nginx',
    );

    expect(services.map(({ spec }) => spec)).toEqual([
      {
        type: 'NodePort',
        externalTrafficPolicy: 'Local',
        selector: { 'app.kubernetes.io/name': 'anomaly-nginx', 'app.kubernetes.io/part-of': 'znyw' },
        ports: [{ name: 'http', port: 8080, targetPort: 'http', protocol: 'TCP', nodePort: 30081 }],
      },
    ]);
  });

  test('the allowed ranges are admitted, and nobody else', () => {
    expect(
      theOpenings(aGateway({ entry: NODE_PORT }), 'anomaly-nginx').filter((line) => line.startsWith('in ')),
    ).toEqual(['in 10.0.0.0/8 8080/TCP', 'in 172.16.0.0/12 8080/TCP']);
  });

  test('there is no Ingress', () => {
    expect(rendered(aGateway({ entry: NODE_PORT }), 'Ingress')).toEqual([]);
  });
});

describe('through the Ingress controller', () => {
  test('the host leads to the Service, with TLS by the Secret that is made outside', () => {
    expect(theObject(aGateway(), 'Ingress', 'anomaly-nginx').spec).toEqual({
      ingressClassName: 'nginx',
      tls: [{ hosts: ['anomaly.znyw.bank.example'], secretName: 'anomaly-tls' }],
      rules: [
        {
          host: 'anomaly.znyw.bank.example',
          http: {
            paths: [
              {
                path: '/',
                pathType: 'Prefix',
                backend: { service: { name: 'anomaly-nginx', port: { name: 'http' } } },
              },
            ],
          },
        },
      ],
    });
    expect(theObject(aGateway(), 'Service', 'anomaly-nginx').spec).not.toHaveProperty('type');
  });

  test('annotations for the controller are those of the environment', () => {
    expect(theObject(aGateway({ entry: prod.entries.focus }), 'Ingress', 'anomaly-nginx').metadata.annotations).toEqual(
      {
        'nginx.ingress.kubernetes.io/proxy-body-size': '200m',
        'nginx.ingress.kubernetes.io/proxy-read-timeout': '600',
        'nginx.ingress.kubernetes.io/proxy-send-timeout': '600',
      },
    );
  });

  test('the Pods of the controller in its namespace are admitted, and nobody else', () => {
    expect(theObject<RenderedPolicy>(aGateway(), 'NetworkPolicy', 'anomaly-nginx').spec.ingress).toEqual([
      {
        // Both in one peer: two peers would be "or".
        from: [
          {
            namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'ingress-nginx' } },
            podSelector: { matchLabels: { 'app.kubernetes.io/name': 'ingress-nginx' } },
          },
        ],
        ports: [{ port: 8080, protocol: 'TCP' }],
      },
    ]);
  });
});
