import { statSync } from 'node:fs';
import { isThere, recorded, until } from './running-image';
import { withHadoop, type HadoopSandbox } from './running-hadoop';
import { testsInEachShell } from './shells';
import { testsWithProgram } from '../lib/workloads/testing/tests-with-program';
import { publishedContainer } from './published-container';

const JOB = ['test', 'anomaly-stream-host'] as const;
const TAG = 'znyw-test-anomaly-stream-host';
const SECRETS = /secret of/;

const { variables } = publishedContainer(...JOB);
const REVISION = `${TAG}-${variables['YARN_REVISION']}`;

const anApplication = (revision = REVISION, id = 'application_1_1') => ({
  id,
  tags: [TAG, revision],
  state: 'RUNNING',
  finalStatus: 'UNDEFINED',
});

/** Returns what `hdfs` was called with, one call a line. */
function hdfsCalls({ sandbox }: HadoopSandbox): readonly string[] {
  if (!isThere(sandbox, '/run/hdfs.call')) {
    return [];
  }
  return recorded(sandbox, 'hdfs', 'arg')
    .join(' ')
    .split(/ ?\bdfs /)
    .slice(1);
}

const wasSubmitted = ({ sandbox }: HadoopSandbox) => isThere(sandbox, '/run/spark-submit.call');

const REMOVES_MARKER = '-rm -f -skipTrash hdfs:///apps/znyw/test/stop/anomaly-stream-host';

testsWithProgram('curl', () =>
  testsInEachShell((shell) => {
    test('a job that does not run is submitted once, with its variables in a file, and ends as it does', () =>
      withHadoop(shell, async (hadoop) => {
        const { sandbox, start, manager } = hadoop;
        sandbox.write('/run/spark-submit.stays', '');
        sandbox.write('/run/spark-submit.code', '3');
        const running = start(...JOB, { MONGO_PASSWORD: ' back\\slash "quote" $x\nline' });
        await until('it was submitted', () => wasSubmitted(hadoop));
        const file = sandbox.translate('/tmp/driver.properties');

        expect(statSync(file).mode & 0o777).toBe(0o600);
        expect(sandbox.read('/tmp/driver.properties').split('\n')).toEqual([
          'STOP_MARKER=hdfs:///apps/znyw/test/stop/anomaly-stream-host',
          'STREAM_SOURCE=kafka',
          'KAFKA_BOOTSTRAP_SERVERS=kafka1.test.bank.example:9092',
          'KAFKA_SECURITY_PROTOCOL=SASL_PLAINTEXT',
          'INFLUX_URL=http://znyw-vms.test.bank.example:30086',
          'INFLUX_DATABASE=kpi',
          'INFLUX_USERNAME=write',
          'INFLUX_PASSWORD=secret of write-password',
          'MONGO_HOST=znyw-vms.test.bank.example',
          'MONGO_PORT=30017',
          'MONGO_AUTH_DATABASE=admin',
          'MONGO_USERNAME=stream',
          'MONGO_PASSWORD=\\ back\\\\slash "quote" $x\\nline',
          '',
        ]);
        expect(isThere(sandbox, '/tmp/heartbeat')).toBe(false);

        manager.applications.push(anApplication());
        await until('there is a sign of life', () => isThere(sandbox, '/tmp/heartbeat'));
        sandbox.run(['rm', '/run/spark-submit.stays']);

        expect(await running.ended).toBe(3);
        expect(recorded(sandbox, 'spark-submit', 'pid')).toHaveLength(1);
        expect(recorded(sandbox, 'spark-submit', 'arg')).toEqual([
          `--files=${file}`,
          '--driver-memory=1024m',
          '--principal=znyw-stream@HADOOP.TEST.BANK.EXAMPLE',
          `--keytab=${sandbox.translate('/run/secrets/kerberos/stream.keytab')}`,
          '--name=anomaly-stream-host',
          `--conf=spark.yarn.tags=${TAG},${REVISION}`,
          '/opt/znyw/anomaly-stream.jar',
          '--kpi=host',
          '--topic=kpi-host',
          '--batch-interval-seconds=45',
          '--checkpoint=hdfs:///apps/znyw/test/checkpoints/anomaly-stream-host',
        ]);
        expect(recorded(sandbox, 'spark-submit', 'env')).toContain('SPARK_SUBMIT_OPTS=-XX:MaxRAMPercentage=50.0');
        // A marker that an earlier launcher left would stop the new application.
        expect(hdfsCalls(hadoop)).toEqual([REMOVES_MARKER]);
        expect(isThere(sandbox, '/tmp/driver.properties')).toBe(false);
      }));

    test('no secret is in an argument of anything, nor in the log', () =>
      withHadoop(shell, async (hadoop) => {
        const { sandbox, start, manager } = hadoop;
        manager.applications.push(anApplication('of-another'));
        const running = start(...JOB, { DRAIN_SECONDS: '30' });
        await until('it drains', () => hdfsCalls(hadoop).length === 2);
        manager.applications.length = 0;
        await running.ended;

        for (const program of ['spark-submit', 'hdfs', 'kinit']) {
          expect(recorded(sandbox, program, 'arg').join('\n')).not.toMatch(SECRETS);
        }
        expect(sandbox.read('/run/curl.args')).not.toMatch(SECRETS);
        expect(running.log()).not.toMatch(SECRETS);
      }));

    test('YARN is asked with the ticket, for what is not over', () =>
      withHadoop(shell, async ({ sandbox, start, manager }) => {
        await start(...JOB).ended;

        const states = 'states=NEW,NEW_SAVING,SUBMITTED,ACCEPTED,RUNNING';
        expect(manager.asked.slice(0, 2)).toEqual([
          `/ws/v1/cluster/apps?applicationTags=${TAG}&${states}`,
          `/ws/v1/cluster/apps?applicationTags=${REVISION}&${states}`,
        ]);
        expect(sandbox.read('/run/curl.args')).toContain('--negotiate\n--user\n:\n');
        expect(sandbox.read('/run/curl.args')).not.toMatch(/insecure|^-k$/m);
      }));

    test.each([
      ['FINISHED', 'SUCCEEDED', 0],
      ['FINISHED', 'FAILED', 1],
      ['FAILED', 'FAILED', 1],
      ['KILLED', 'KILLED', 1],
    ])(
      'an application of this revision is attached to, and one that ends %s, %s ends it with %d',
      (state, ending, code) =>
        withHadoop(shell, async (hadoop) => {
          const { sandbox, start, manager } = hadoop;
          const application = anApplication();
          manager.applications.push(application);
          const running = start(...JOB);
          await until('there is a sign of life', () => isThere(sandbox, '/tmp/heartbeat'));

          Object.assign(application, { state, finalStatus: ending });

          expect(await running.ended).toBe(code);
          expect(running.log()).toContain(`start: application_1_1 ended: ${state}, ${ending}\n`);
          expect(wasSubmitted(hadoop)).toBe(false);
          expect(hdfsCalls(hadoop)).toEqual([]);
        }),
    );

    test('an application that YARN forgot while it was watched ends it as failed', () =>
      withHadoop(shell, async ({ sandbox, start, manager }) => {
        manager.applications.push(anApplication());
        const running = start(...JOB);
        await until('there is a sign of life', () => isThere(sandbox, '/tmp/heartbeat'));

        manager.applications.length = 0;

        expect(await running.ended).toBe(1);
        expect(running.log()).toContain('start: application_1_1 ended: GONE, UNKNOWN\n');
      }));

    test('a resource manager that is away while it watches does not end it, but is no sign of life', () =>
      withHadoop(shell, async ({ sandbox, start, manager }) => {
        const application = anApplication();
        manager.applications.push(application);
        const running = start(...JOB);
        await until('there is a sign of life', () => isThere(sandbox, '/tmp/heartbeat'));

        manager.answerWith = { status: 503, body: 'away' };
        await until('it noticed', () => running.log().includes('cannot ask YARN about application_1_1'));
        sandbox.run(['rm', '/tmp/heartbeat']);
        sandbox.run(['sleep', '1.5']);
        expect(isThere(sandbox, '/tmp/heartbeat')).toBe(false);
        manager.answerWith = undefined;
        await until('it is there again', () => isThere(sandbox, '/tmp/heartbeat'));
        Object.assign(application, { state: 'FINISHED', finalStatus: 'SUCCEEDED' });

        expect(await running.ended).toBe(0);
      }));

    test('an application of another revision is drained by the marker before this one is submitted', () =>
      withHadoop(shell, async (hadoop) => {
        const { sandbox, start, manager } = hadoop;
        const old = anApplication(`${TAG}-of-another`);
        manager.applications.push(old);
        const running = start(...JOB, { DRAIN_SECONDS: '30' });
        await until('the marker was made', () => hdfsCalls(hadoop).length === 2);
        sandbox.run(['sleep', '1.5']);
        expect(wasSubmitted(hadoop)).toBe(false);
        expect(isThere(sandbox, '/tmp/heartbeat')).toBe(false);

        Object.assign(old, { state: 'FINISHED', finalStatus: 'SUCCEEDED' });

        expect(await running.ended).toBe(0);
        expect(hdfsCalls(hadoop)).toEqual([
          '-mkdir -p hdfs:///apps/znyw/test/stop',
          '-touchz hdfs:///apps/znyw/test/stop/anomaly-stream-host',
          REMOVES_MARKER,
        ]);
        expect(recorded(sandbox, 'spark-submit', 'pid')).toHaveLength(1);
      }));

    test('two applications of this revision are both drained', () =>
      withHadoop(shell, async (hadoop) => {
        const { start, manager } = hadoop;
        manager.applications.push(anApplication(), anApplication(REVISION, 'application_1_2'));
        const running = start(...JOB, { DRAIN_SECONDS: '30' });
        await until('the marker was made', () => hdfsCalls(hadoop).length === 2);

        manager.applications.length = 0;

        expect(await running.ended).toBe(0);
        expect(running.log()).toContain('application_1_1 application_1_2');
      }));

    test('an application that does not stop in time is named, and nothing is submitted', () =>
      withHadoop(shell, async (hadoop) => {
        hadoop.manager.applications.push(anApplication(`${TAG}-of-another`));
        const running = hadoop.start(...JOB, { DRAIN_SECONDS: '1' });

        expect(await running.ended).toBe(1);
        expect(running.log()).toContain(
          'start: waited 1 seconds for application_1_1 to stop at ' +
            'hdfs:///apps/znyw/test/stop/anomaly-stream-host; nothing is submitted',
        );
        expect(wasSubmitted(hadoop)).toBe(false);
      }));

    test.each([
      ['there is none to drain', 0, 'cannot remove the stop marker'],
      ['one has to be drained', 1, 'cannot make the stop marker'],
    ])('HDFS that does not do as it is asked while %s ends it, and nothing is submitted', (_, applications, message) =>
      withHadoop(shell, async (hadoop) => {
        hadoop.sandbox.write('/run/hdfs.code', '1');
        hadoop.manager.applications.push(...[anApplication('of-another')].slice(0, applications));
        const running = hadoop.start(...JOB);

        expect(await running.ended).toBe(1);
        expect(running.log()).toContain(`start: ${message} hdfs:///apps/znyw/test/stop/anomaly-stream-host`);
        expect(wasSubmitted(hadoop)).toBe(false);
      }),
    );

    test.each([
      ['is on standby', 307, 'This is standby RM. The redirect url is: /ws/v1/cluster/apps', 'HTTP status 307'],
      ['knows of no active one', 200, 'There is no active RM right now.', 'HTTP status 200'],
      ['refuses the ticket', 401, '<html>Authentication required</html>', 'HTTP status 401'],
      [
        'has a list that is not understood',
        200,
        '{"apps":{"app":[{"appId":"1"}]}}',
        'in a form that is not understood',
      ],
      ['was cut off', 200, '{"apps":', 'HTTP status 200'],
    ])('a resource manager that %s ends it, and nothing is submitted', (_, status, body, reason) =>
      withHadoop(shell, async (hadoop) => {
        hadoop.manager.answerWith = { status, body };
        const running = hadoop.start(...JOB);

        expect(await running.ended).toBe(1);
        expect(running.log()).toMatch(
          new RegExp(`^start: cannot ask YARN whether ${TAG} runs already, so nothing is submitted: .*${reason}`, 'm'),
        );
        expect(running.log()).toContain(hadoop.manager.url);
        expect(wasSubmitted(hadoop)).toBe(false);
      }),
    );

    test('resource managers that are not there end it, each with its reason, and nothing is submitted', () =>
      withHadoop(shell, async (hadoop) => {
        const urls = ['http://127.0.0.1:1', 'http://127.0.0.1:2'];
        const running = hadoop.start(...JOB, { YARN_URLS: urls.join(',') });

        expect(await running.ended).toBe(1);
        for (const url of urls) {
          expect(running.log()).toContain(`${url}: curl: (7) `);
        }
        expect(wasSubmitted(hadoop)).toBe(false);
      }));

    test('of two resource managers, the one that answers as active is believed', () =>
      withHadoop(shell, async (hadoop) => {
        const { manager, sandbox, start } = hadoop;
        manager.applications.push(anApplication());
        start(...JOB, { YARN_URLS: `http://127.0.0.1:1,${manager.url}` });

        await until('there is a sign of life', () => isThere(sandbox, '/tmp/heartbeat'));

        expect(wasSubmitted(hadoop)).toBe(false);
      }));

    test('asked to stop while it watches, it leaves the application and ends at once', () =>
      withHadoop(shell, async (hadoop) => {
        const { manager, sandbox, start } = hadoop;
        manager.applications.push(anApplication());
        const running = start(...JOB, { YARN_POLL_SECONDS: '60' });
        await until('there is a sign of life', () => isThere(sandbox, '/tmp/heartbeat'));
        const asked = Date.now();

        running.signal('SIGTERM');

        expect(await running.ended).toBe(0);
        expect(Date.now() - asked).toBeLessThan(2000);
        expect(running.log()).toContain('start: asked to stop; an application in YARN goes on');
        expect(hdfsCalls(hadoop)).toEqual([]);
      }));

    test('asked to stop after it submitted, it ends spark-submit and leaves nothing secret behind', () =>
      withHadoop(shell, async (hadoop) => {
        const { sandbox, start } = hadoop;
        sandbox.write('/run/spark-submit.stays', '');
        const running = start(...JOB);
        await until('it was submitted', () => wasSubmitted(hadoop));

        running.signal('SIGTERM');

        expect(await running.ended).toBe(0);
        await until('spark-submit got it', () => isThere(sandbox, '/run/spark-submit.signals'));
        expect(isThere(sandbox, '/tmp/driver.properties')).toBe(false);
      }));

    test('asked to stop while HDFS does not answer, it ends at once', () =>
      withHadoop(shell, async (hadoop) => {
        hadoop.sandbox.write('/run/hdfs.stays', '');
        const running = hadoop.start(...JOB);
        await until('HDFS is asked', () => hdfsCalls(hadoop).length === 1);

        running.signal('SIGTERM');

        expect(await running.ended).toBe(0);
        expect(wasSubmitted(hadoop)).toBe(false);
      }));
  }),
);
