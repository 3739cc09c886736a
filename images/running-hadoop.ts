import { ScriptSandbox } from '../lib/workloads/testing/script-sandbox';
import { withResourceManager, type FakeResourceManager } from './fake-resource-manager';
import { publishedContainer } from './published-container';
import { installImage, recordingStandIn, startImage, type RunningImage } from './running-image';

/** The image hadoop_krb5 in a sandbox, with stand-ins for what it calls and a resource manager that it can ask. */
export interface HadoopSandbox {
  readonly sandbox: ScriptSandbox;
  readonly manager: FakeResourceManager;
  /** Starts a workload of an environment as its YAML does, asking the resource manager of the test. */
  readonly start: (environment: string, workload: string, variables?: Readonly<Record<string, string>>) => RunningImage;
}

/** Runs a test with an installed image, under one shell. */
export function withHadoop(shell: readonly string[], use: (hadoop: HadoopSandbox) => Promise<void>): Promise<void> {
  return withResourceManager((manager) =>
    ScriptSandbox.use(async (sandbox) => {
      installImage(sandbox, 'hadoop_krb5');
      for (const program of ['spark-submit', 'java', 'kinit', 'hdfs']) {
        recordingStandIn(sandbox, program);
      }
      // That of the machine, but what it is called with is written down.
      sandbox.standIn(
        'curl',
        `printf '%s\\n' "$@" >>/run/curl.args\nPATH=$(echo "$PATH" | cut -d : -f 2-) exec curl "$@"`,
      );
      sandbox.run(['mkdir', '-p', '/run/secrets/kerberos']);
      for (const name of ['stream', 'train', 'locate']) {
        sandbox.write(`/run/secrets/kerberos/${name}.keytab`, 'keys');
      }
      const running: RunningImage[] = [];
      try {
        await use({
          sandbox,
          manager,
          start: (environment, workload, more = {}) => {
            const { args, variables } = publishedContainer(environment, workload);
            const quick = { YARN_POLL_SECONDS: '1', DRAIN_SECONDS: '3', KERBEROS_RENEWAL_SECONDS: '1' };
            const image = startImage(sandbox, shell, args, {
              ...variables,
              ...(variables['YARN_URLS'] === undefined ? {} : { YARN_URLS: manager.url }),
              ...quick,
              ...more,
            });
            running.push(image);
            return image;
          },
        });
      } finally {
        for (const image of running) {
          image.signal('SIGKILL');
          await image.ended;
        }
      }
    }),
  );
}
