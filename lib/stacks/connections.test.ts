import { prod } from '../environments/prod';
import { test as testEnvironment } from '../environments/test';
import { rendered, theOpenings } from '../workloads/testing/rendered-objects';
import { anAppOf } from './testing-app';

const DNS = ['kube-system/kube-dns 53/TCP', 'kube-system/kube-dns 53/UDP'];
const HADOOP_PORTS = ['8020/TCP', '8032/TCP', '8090/TCP', '88/TCP', '88/UDP', '9866/TCP'];
const DRIVER_PORTS = ['4040/TCP', '7078/TCP', '7079/TCP'];

const STREAMS = ['volume', 'latency', 'success-rate', 'response-rate', 'host'].map((kpi) => `anomaly-stream-${kpi}`);

const each = (peer: string, ports: readonly string[]) => ports.map((port) => `${peer} ${port}`);

/** Whom each workload calls, besides DNS. */
function callsOf(outside: { readonly hadoop: string; readonly source: string; readonly mail: string }) {
  const hadoop = each(outside.hadoop, HADOOP_PORTS);
  const stores = ['anomaly-influx 8086/TCP', 'anomaly-mongo 27017/TCP'];
  return {
    'focus-nginx': ['focus-web 8000/TCP'],
    'focus-web': ['focus-mysql 3306/TCP', 'focus-redis 6379/TCP'],
    'focus-mysql': [],
    'focus-mysql-backup': ['focus-mysql 3306/TCP'],
    'focus-redis': [],
    'focus-redis-backup': ['focus-redis 6379/TCP'],
    'anomaly-nginx': ['anomaly-config-api 8080/TCP', 'anomaly-query-api 8080/TCP'],
    'anomaly-query-api': stores,
    'anomaly-config-api': ['anomaly-mongo 27017/TCP'],
    'anomaly-kpi-discovery': ['anomaly-config-api 8080/TCP', ...stores],
    'anomaly-alert': [outside.mail, 'anomaly-locate-api 8080/TCP', ...stores],
    ...Object.fromEntries(STREAMS.map((stream) => [stream, [...hadoop, outside.source, ...stores]])),
    'anomaly-locate-api': [...hadoop, ...stores],
    'anomaly-train-api': [...hadoop, ...stores],
    'anomaly-autotrin': ['anomaly-mongo 27017/TCP', 'anomaly-train-api 8080/TCP'],
    'anomaly-influx': [],
    'anomaly-influx-backup': ['anomaly-influx 8088/TCP'],
    'anomaly-mongo': [],
    'anomaly-mongo-backup': ['anomaly-mongo 27017/TCP'],
  };
}

const environments = [
  {
    environment: prod,
    calls: callsOf({ hadoop: '10.20.0.0/16', source: '10.21.0.0/24 9092/TCP', mail: '10.22.0.25/32 587/TCP' }),
    admits: {
      'focus-nginx': ['ingress-nginx/ingress-nginx 8080/TCP'],
      'anomaly-nginx': ['ingress-nginx/ingress-nginx 8080/TCP'],
      ...Object.fromEntries(
        [...STREAMS, 'anomaly-locate-api', 'anomaly-train-api'].map((name) => [
          name,
          each('10.20.0.0/16', DRIVER_PORTS),
        ]),
      ),
    },
  },
  {
    environment: testEnvironment,
    calls: callsOf({ hadoop: '10.120.0.0/16', source: '10.121.0.0/24 9092/TCP', mail: '10.122.0.25/32 25/TCP' }),
    admits: {
      'focus-nginx': ['10.0.0.0/8 8080/TCP'],
      'anomaly-nginx': ['10.0.0.0/8 8080/TCP'],
      'anomaly-influx': ['10.120.0.0/16 8086/TCP'],
      'anomaly-mongo': ['10.120.0.0/16 27017/TCP'],
    },
  },
] as const;

/** Returns what the policies of an app open in one direction: by workload, and sorted. */
function openings(way: 'in' | 'out', environment: (typeof environments)[number]['environment']) {
  const app = anAppOf(environment);
  return Object.fromEntries(
    rendered(app, 'NetworkPolicy').map(({ metadata: { name } }) => [
      name,
      theOpenings(app, name).flatMap((line) => (line.startsWith(`${way} `) ? [line.slice(way.length + 1)] : [])),
    ]),
  );
}

describe.each(environments)('in $environment.name', ({ environment, calls, admits }) => {
  test('each workload calls DNS and what the table says, and nothing else', () => {
    const expected = Object.entries(calls).map(([name, called]) => [name, [...called, ...DNS].sort()]);

    expect(openings('out', environment)).toEqual(Object.fromEntries(expected));
  });

  test('each workload is called by those who may call it, and by what is outside, and by nobody else', () => {
    const expected = Object.keys(calls).map((name) => {
      const callers = Object.entries(calls).flatMap(([caller, called]) =>
        called.flatMap((line) => (line.startsWith(`${name} `) ? [`${caller} ${line.slice(name.length + 1)}`] : [])),
      );
      const outside = new Map<string, readonly string[]>(Object.entries(admits)).get(name) ?? [];
      return [name, [...callers, ...outside].sort()];
    });

    expect(openings('in', environment)).toEqual(Object.fromEntries(expected));
  });
});
