import { render } from '../../../app/rendering';
import { ruleEnvironment } from '../../../app/rule-environment';
import { prod } from '../../../environments/prod';
import { test as testEnvironment } from '../../../environments/test';
import type { Environment } from '../../../environments/environment';
import { build } from '../../../app/build-app';
import { edgeTexts, graphsOf } from '../testing/edge-texts';
import type { ArchitectureGraph } from '../report-model';

function graphs(environment: Environment): Readonly<Record<string, ArchitectureGraph>> {
  const own = graphsOf(render(build(environment)).manifests, ruleEnvironment(environment));
  return Object.fromEntries(own.map((graph) => [graph.stack, graph]));
}

const STREAMS = ['host', 'latency', 'response-rate', 'success-rate', 'volume'].map((kpi) => `anomaly-stream-${kpi}`);
const ON_SPARK = [...STREAMS, 'anomaly-locate-api', 'anomaly-train-api'];
const HADOOP = '88/TCP 88/UDP 8020/TCP 8032/TCP 8090/TCP 9866/TCP';

const WITHIN_ANOMALY = [
  'anomaly-nginx -> anomaly-query-api 8080/TCP',
  'anomaly-nginx -> anomaly-config-api 8080/TCP',
  'anomaly-query-api -> anomaly-influx 8086/TCP',
  'anomaly-query-api -> anomaly-mongo 27017/TCP',
  'anomaly-config-api -> anomaly-mongo 27017/TCP',
  'anomaly-kpi-discovery -> anomaly-influx 8086/TCP',
  'anomaly-kpi-discovery -> anomaly-mongo 27017/TCP',
  'anomaly-kpi-discovery -> anomaly-config-api 8080/TCP',
  'anomaly-alert -> anomaly-influx 8086/TCP',
  'anomaly-alert -> anomaly-mongo 27017/TCP',
  'anomaly-alert -> anomaly-locate-api 8080/TCP',
  ...ON_SPARK.flatMap((name) => [`${name} -> anomaly-influx 8086/TCP`, `${name} -> anomaly-mongo 27017/TCP`]),
  'anomaly-autotrin -> anomaly-train-api 8080/TCP',
  'anomaly-autotrin -> anomaly-mongo 27017/TCP',
  'anomaly-influx-backup -> anomaly-influx 8088/TCP',
  'anomaly-mongo-backup -> anomaly-mongo 27017/TCP',
];

test('Anomaly talks as its architecture says, and nobody else does', () => {
  expect(edgeTexts(graphs(prod)['anomaly']!)).toEqual(
    [
      ...WITHIN_ANOMALY,
      'Browsers -> anomaly-nginx 8080/TCP',
      'anomaly-alert -> Mail 587/TCP',
      ...STREAMS.map((name) => `${name} -> Kafka 9092/TCP`),
      ...ON_SPARK.flatMap((name) => [`${name} -> Hadoop ${HADOOP}`, `Hadoop -> ${name} 4040/TCP 7078/TCP 7079/TCP`]),
    ].sort(),
  );
});

test('Focus talks as its architecture says, and nobody else does', () => {
  expect(edgeTexts(graphs(prod)['focus']!)).toEqual([
    'Browsers -> focus-nginx 8080/TCP',
    'focus-mysql-backup -> focus-mysql 3306/TCP',
    'focus-nginx -> focus-web 8000/TCP',
    'focus-redis-backup -> focus-redis 6379/TCP',
    'focus-web -> focus-mysql 3306/TCP',
    'focus-web -> focus-redis 6379/TCP',
  ]);
});

test('the environment for tests has the same architecture within', () => {
  const { anomaly, focus } = graphs(testEnvironment);
  const within = edgeTexts(anomaly!).filter((edge) => /^anomaly-\S+ -> anomaly-/.test(edge));

  expect(within).toEqual([...WITHIN_ANOMALY].sort());
  expect(edgeTexts(focus!).filter((edge) => edge.startsWith('focus-'))).toHaveLength(5);
});

test('each workload has the role that it plays', () => {
  const roles = Object.values(graphs(prod)).flatMap(({ nodes }) => nodes.map(({ label, role }) => `${role} ${label}`));

  expect([...new Set(roles)].sort()).toEqual([
    'entry anomaly-nginx',
    'entry focus-nginx',
    'job anomaly-autotrin',
    'job anomaly-influx-backup',
    'job anomaly-mongo-backup',
    'job focus-mysql-backup',
    'job focus-redis-backup',
    'outside Browsers',
    'outside Hadoop',
    'outside Kafka',
    'outside Mail',
    'service anomaly-alert',
    'service anomaly-config-api',
    'service anomaly-kpi-discovery',
    'service anomaly-locate-api',
    'service anomaly-query-api',
    'service anomaly-train-api',
    'service focus-web',
    'store anomaly-influx',
    'store anomaly-mongo',
    'store focus-mysql',
    'store focus-redis',
    ...STREAMS.map((name) => `stream ${name}`),
  ]);
});
