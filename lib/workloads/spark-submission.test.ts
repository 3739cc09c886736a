import { Size } from 'cdk8s';
import { aHadoopCluster } from '../platform/testing-hadoop';
import { DRIVER_PORTS, sparkDefaults, sparkSubmit, type SparkSubmission } from './spark-submission';

const MEMORY = { heapMebibytes: 1024, overheadMebibytes: 384 };

function settings(parts: Partial<SparkSubmission> = {}): readonly string[] {
  const text = sparkDefaults({
    cluster: aHadoopCluster(),
    mode: 'client',
    memory: MEMORY,
    executors: { count: 2, cores: 1, memory: Size.gibibytes(1) },
    ...parts,
  });
  return text.split('\n');
}

test('settings stand in the order of their names, one a line, and the file ends with a line', () => {
  const lines = settings();

  expect(lines.at(-1)).toBe('');
  expect(lines.slice(0, -1)).toEqual(lines.slice(0, -1).sort());
});

test.each(['client', 'cluster'] as const)(
  'in %s mode the heap is not in the file, where it would come too late',
  (mode) => {
    expect(settings({ mode }).join()).not.toContain('spark.driver.memory ');
    expect(sparkSubmit(mode, MEMORY)).toContain('--driver-memory=1024m');
  },
);

test('overhead is asked of YARN in cluster mode only', () => {
  expect(settings({ mode: 'cluster' })).toContain('spark.driver.memoryOverhead 384m');
  expect(settings({ mode: 'client' }).join()).not.toContain('memoryOverhead');
});

test('a driver in a Pod has the three ports that the policies open', () => {
  expect(DRIVER_PORTS).toEqual({ driver: 7078, 'block-manager': 7079, 'spark-ui': 4040 });
  expect(settings({ mode: 'client' })).toEqual(
    expect.arrayContaining(['spark.driver.port 7078', 'spark.driver.blockManager.port 7079', 'spark.ui.port 4040']),
  );
  expect(settings({ mode: 'cluster' }).join()).not.toContain('.port');
});

test('a driver in a Pod tells executors the address of the Pod', () => {
  expect(sparkSubmit('client', MEMORY)).toContain('--conf=spark.driver.host=$(POD_IP)');
  expect(sparkSubmit('cluster', MEMORY).join()).not.toContain('spark.driver.host');
});

test('a job may set what only it has', () => {
  expect(settings({ more: { 'spark.app.answer': '42' } })).toContain('spark.app.answer 42');
});

test('queue and archive are those of the cluster', () => {
  expect(settings({ cluster: aHadoopCluster({ yarn: { queue: 'night' }, sparkArchive: 'hdfs:///a.zip' }) })).toEqual(
    expect.arrayContaining(['spark.yarn.queue night', 'spark.yarn.archive hdfs:///a.zip']),
  );
});
