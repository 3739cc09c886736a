import { isThere, recorded, until } from './running-image';
import { withHadoop } from './running-hadoop';
import { testsInEachShell } from './shells';

const CLIENT_MODE = ['prod', 'anomaly-stream-host'] as const;
const JAVA_SERVICE = ['test', 'anomaly-train-api'] as const;

testsInEachShell((shell) => {
  test('a driver in the Pod is spark-submit itself, with a ticket, and gets SIGTERM', () =>
    withHadoop(shell, async ({ sandbox, start, manager }) => {
      sandbox.write('/run/spark-submit.stays', '');
      const running = start(...CLIENT_MODE);
      await until('spark-submit runs', () => isThere(sandbox, '/run/spark-submit.call'));

      running.signal('SIGTERM');

      expect(await running.ended).toBe(143);
      expect(sandbox.read('/run/spark-submit.signals')).toBe('SIGTERM\n');
      expect(recorded(sandbox, 'spark-submit', 'pid')).toEqual([`${running.pid}`]);
      expect(recorded(sandbox, 'spark-submit', 'arg')).toEqual([
        '--driver-memory=1024m',
        '--principal=znyw-stream@HADOOP.BANK.EXAMPLE',
        `--keytab=${sandbox.translate('/run/secrets/kerberos/stream.keytab')}`,
        '--conf=spark.driver.host=10.0.0.1',
        '--name=anomaly-stream-host',
        '/opt/znyw/anomaly-stream.jar',
        '--kpi=host',
        '--topic=kpi-host',
        '--batch-interval-seconds=45',
        '--checkpoint=hdfs:///apps/znyw/prod/checkpoints/anomaly-stream-host',
      ]);
      expect(recorded(sandbox, 'spark-submit', 'env')).toContain(`KRB5CCNAME=FILE:${sandbox.translate('/tmp/krb5cc')}`);
      expect(recorded(sandbox, 'kinit', 'arg').slice(0, 3)).toEqual([
        '-kt',
        sandbox.translate('/run/secrets/kerberos/stream.keytab'),
        'znyw-stream@HADOOP.BANK.EXAMPLE',
      ]);
      expect(manager.asked).toEqual([]);
    }));

  test('an API becomes its JVM after the login, and nobody asks YARN', () =>
    withHadoop(shell, async ({ sandbox, start, manager }) => {
      const running = start(...JAVA_SERVICE);

      expect(await running.ended).toBe(0);
      expect(recorded(sandbox, 'java', 'pid')).toEqual([`${running.pid}`]);
      expect(recorded(sandbox, 'java', 'arg')).toEqual([
        '-XX:MaxRAMPercentage=50.0',
        '-XX:+ExitOnOutOfMemoryError',
        '-jar',
        '/opt/znyw/train-api.jar',
      ]);
      expect(recorded(sandbox, 'kinit', 'arg')).toContain('znyw-train@HADOOP.TEST.BANK.EXAMPLE');
      expect(manager.asked).toEqual([]);
      expect(running.log()).toBe('');
    }));

  test('the ticket is renewed while the program runs, whatever comes of it, and no longer', () =>
    withHadoop(shell, async ({ sandbox, start }) => {
      sandbox.write('/run/java.stays', '');
      const running = start(...JAVA_SERVICE);
      const logins = () => (isThere(sandbox, '/run/kinit.call') ? recorded(sandbox, 'kinit', 'pid').length : 0);
      await until('java runs', () => isThere(sandbox, '/run/java.call'));
      sandbox.write('/run/kinit.code', '1');
      await until('the ticket was renewed twice', () => logins() >= 3);

      sandbox.run(['rm', '/run/java.stays']);

      expect(await running.ended).toBe(0);
      expect(running.log()).toContain(
        'start: the Kerberos ticket of znyw-train@HADOOP.TEST.BANK.EXAMPLE could not be renewed: ',
      );
      sandbox.run(['sleep', '1.5']);
      const then = logins();
      sandbox.run(['sleep', '2.5']);
      expect(logins()).toBe(then);
    }));

  test('a login that fails ends it with what failed, before anything is started', () =>
    withHadoop(shell, async ({ sandbox, start }) => {
      sandbox.standIn('kinit', 'echo "kinit: Client not found in Kerberos database" >&2; exit 1');
      const running = start(...CLIENT_MODE);

      expect(await running.ended).toBe(1);
      expect(running.log()).toBe(
        'kinit: Client not found in Kerberos database\n' +
          'start: no Kerberos ticket for znyw-stream@HADOOP.BANK.EXAMPLE: ' +
          `kinit with ${sandbox.translate('/run/secrets/kerberos/stream.keytab')} ended with 1, ` +
          'its reason stands above; nothing is started\n',
      );
      expect(isThere(sandbox, '/run/spark-submit.call')).toBe(false);
    }));

  test('a KDC that does not answer is waited for no longer than a minute, and is named', () =>
    withHadoop(shell, async ({ sandbox, start }) => {
      sandbox.standIn('timeout', 'echo "$1" >/run/timeout.seconds; exit 124');
      const running = start(...CLIENT_MODE);

      expect(await running.ended).toBe(1);
      expect(sandbox.read('/run/timeout.seconds')).toBe('60\n');
      expect(running.log()).toContain(': waited 60 seconds for the KDC that ');
    }));

  test.each([
    ['KERBEROS_PRINCIPAL', 'the variable KERBEROS_PRINCIPAL is not set; the YAML of the workload has to set it'],
    ['KERBEROS_KEYTAB', 'the variable KERBEROS_KEYTAB is not set; the YAML of the workload has to set it'],
  ])('without %s it says so and ends', (variable, message) =>
    withHadoop(shell, async ({ start }) => {
      const running = start(...CLIENT_MODE, { [variable]: '' });

      expect(await running.ended).toBe(1);
      expect(running.log()).toBe(`start: ${message}\n`);
    }),
  );

  test('a key tab that is not there is named', () =>
    withHadoop(shell, async ({ sandbox, start }) => {
      const running = start(...CLIENT_MODE, { KERBEROS_KEYTAB: '/run/secrets/kerberos/other.keytab' });

      expect(await running.ended).toBe(1);
      const path = sandbox.translate('/run/secrets/kerberos/other.keytab');
      expect(running.log()).toBe(
        `start: the key tab ${path} is not there or may not be read; it comes from a Secret\n`,
      );
    }));

  test('with DEBUG_HOLD it does not log in, and ends when it is asked to', () =>
    withHadoop(shell, async ({ sandbox, start }) => {
      const running = start(...CLIENT_MODE, { DEBUG_HOLD: 'true' });
      await until('it holds', () => running.log().includes('DEBUG_HOLD is true'));

      running.signal('SIGTERM');

      expect(await running.ended).toBe(0);
      expect(isThere(sandbox, '/run/kinit.call')).toBe(false);
    }));

  test('what the container before it left in /tmp is gone', () =>
    withHadoop(shell, async ({ sandbox, start }) => {
      sandbox.run(['mkdir', '/tmp/blockmgr-1', '/tmp/spark-2']);
      sandbox.write('/tmp/heartbeat', '');
      sandbox.write('/tmp/upload.csv', '');

      await start(...JAVA_SERVICE).ended;

      expect(sandbox.list('/tmp')).toEqual(['upload.csv']);
    }));
});
