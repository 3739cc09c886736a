import { allEnvironments } from '../environments/all-environments';
import { prod } from '../environments/prod';
import { imageCatalog } from '../platform/image-catalog';
import {
  onlyContainer,
  rendered,
  theContainer,
  theDeployment,
  theFiles,
  theVariables,
  type RenderedDeployment,
} from '../workloads/testing/rendered-objects';
import { anAppOf } from './testing-app';

/** Returns the Anomaly stack of production. */
const anomaly = () => anAppOf(prod).node.findChild('anomaly');

/** Returns the name of the image that each workload below a construct runs. */
function imagesOf(root: ReturnType<typeof anomaly>): readonly (readonly [string, string])[] {
  return rendered<RenderedDeployment>(root, 'Deployment').map(({ metadata, spec }) => [
    metadata.name,
    /\/([^/:]+):[^/]*$/.exec(onlyContainer(spec.template.spec).image)?.[1] ?? '',
  ]);
}

test('Anomaly is fifteen containers of six images', () => {
  expect(Object.fromEntries(imagesOf(anomaly()))).toEqual({
    'anomaly-nginx': 'nginx',
    'anomaly-query-api': 'alpine-java',
    'anomaly-config-api': 'alpine-java',
    'anomaly-kpi-discovery': 'alpine-java',
    'anomaly-alert': 'alpine-java',
    'anomaly-stream-volume': 'hadoop_krb5',
    'anomaly-stream-latency': 'hadoop_krb5',
    'anomaly-stream-success-rate': 'hadoop_krb5',
    'anomaly-stream-response-rate': 'hadoop_krb5',
    'anomaly-stream-host': 'hadoop_krb5',
    'anomaly-locate-api': 'hadoop_krb5',
    'anomaly-train-api': 'hadoop_krb5',
    'anomaly-autotrin': 'autotrin',
    'anomaly-influx': 'influxdb',
    'anomaly-mongo': 'mongodb',
  });
});

test.each(allEnvironments)('$name runs all nine images, and shares nginx between both stacks', (environment) => {
  const app = anAppOf(environment);
  const [focusImages, anomalyImages] = ['focus', 'anomaly'].map(
    (id) => new Set(imagesOf(app.node.findChild(id)).map(([, image]) => image)),
  );

  expect(focusImages?.size).toBe(4);
  expect(anomalyImages?.size).toBe(6);
  expect([...new Set(imagesOf(app).map(([, image]) => image))].sort()).toEqual(Object.keys(imageCatalog).sort());
  expect([...(focusImages ?? [])].filter((image) => anomalyImages?.has(image))).toEqual(['nginx']);
});

test.each([
  ['volume', 30, 330],
  ['latency', 30, 330],
  ['success-rate', 30, 330],
  ['response-rate', 30, 330],
  ['host', 45, 480],
])('the stream of %s reads its topic every %d s, and has %d s to stop', (kpi, seconds, grace) => {
  const name = `anomaly-stream-${kpi}`;

  expect(theContainer(anomaly(), name).args).toEqual(
    expect.arrayContaining([
      `--kpi=${kpi}`,
      `--topic=kpi-${kpi}`,
      `--batch-interval-seconds=${seconds}`,
      `--checkpoint=hdfs:///apps/znyw/prod/checkpoints/${name}`,
    ]),
  );
  expect(theDeployment(anomaly(), name).spec.template.spec.terminationGracePeriodSeconds).toBe(grace);
});

test('each function has an account of its own in MongoDB, with the databases that it needs', () => {
  expect(theFiles(anomaly(), 'anomaly-mongo')['accounts.json']).toBe(`[
  {"user":"alert","roles":[{"role":"read","db":"kpi"},{"role":"readWrite","db":"anomalies"}]},
  {"user":"autotrin","roles":[{"role":"read","db":"kpi"},{"role":"read","db":"models"}]},
  {"user":"backup","roles":[{"role":"backup","db":"admin"}]},
  {"user":"config-api","roles":[{"role":"readWrite","db":"kpi"}]},
  {"user":"kpi-discovery","roles":[{"role":"read","db":"kpi"}]},
  {"user":"locate-api","roles":[{"role":"read","db":"kpi"},{"role":"readWrite","db":"anomalies"}]},
  {"user":"query-api","roles":[{"role":"read","db":"kpi"},{"role":"read","db":"anomalies"}]},
  {"user":"stream","roles":[{"role":"read","db":"models"}]},
  {"user":"train-api","roles":[{"role":"read","db":"kpi"},{"role":"readWrite","db":"models"}]}
]
`);
});

test('nobody but the streams writes to InfluxDB', () => {
  const writers = rendered<RenderedDeployment>(anomaly(), 'Deployment')
    .map(({ metadata }) => metadata.name)
    .filter((name) => theVariables(anomaly(), name)['INFLUX_USERNAME'] === 'write');

  expect(writers).toHaveLength(5);
  expect(writers.every((name) => name.startsWith('anomaly-stream-'))).toBe(true);
});

test.each([
  ['anomaly-kpi-discovery', { CONFIG_API_URL: 'http://anomaly-config-api:8080' }],
  ['anomaly-alert', { LOCATE_API_URL: 'http://anomaly-locate-api:8080', MAIL_HOST: 'smtp.bank.example' }],
  ['anomaly-autotrin', { TRAIN_API_URL: 'http://anomaly-train-api:8080', TRAINING_SCHEDULE: '0 4 * * 6' }],
])('%s knows whom it calls', (name, variables) => {
  expect(theVariables(anomaly(), name)).toMatchObject(variables);
});

test('the two that act by themselves never run twice', () => {
  for (const name of ['anomaly-kpi-discovery', 'anomaly-alert']) {
    expect(theDeployment(anomaly(), name).spec).toMatchObject({ replicas: 1, strategy: { type: 'Recreate' } });
  }
});
