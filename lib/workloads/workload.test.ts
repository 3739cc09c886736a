import { prod } from '../environments/prod';
import { OperatorError } from '../operator-error';
import { MailRelayEndpoint } from '../platform/mail-relay';
import { rendered, theDeployment, theObject, theOpenings, theVariables } from './testing/rendered-objects';
import { aClusterModeStack, aStack } from './testing/testing-stack';
import { TestingWorkload } from './testing/testing-workload';
import { Workload } from './workload';

const DNS = ['out kube-system/kube-dns 53/TCP', 'out kube-system/kube-dns 53/UDP'];

describe('a workload by itself', () => {
  test('is named after its stack, and so are its objects', () => {
    const workload = new TestingWorkload(aStack(), 'alert', { configFiles: () => ({ '/etc/a/a.conf': '' }) });

    expect(workload.name).toBe('anomaly-alert');
    expect(rendered(workload).map(({ kind, metadata }) => `${kind}/${metadata.namespace}/${metadata.name}`)).toEqual([
      'Deployment/znyw-prod/anomaly-alert',
      'NetworkPolicy/znyw-prod/anomaly-alert',
      'ConfigMap/znyw-prod/anomaly-alert',
    ]);
  });

  test('is closed but for DNS, and has no Service that nobody calls', () => {
    const workload = new TestingWorkload(aStack(), 'alert');

    expect(theOpenings(workload, 'anomaly-alert')).toEqual(DNS);
    expect(rendered(workload, 'Service')).toEqual([]);
  });

  test('has a policy for exactly its own Pods, in both directions', () => {
    const workload = new TestingWorkload(aStack(), 'alert');

    expect(theObject(workload, 'NetworkPolicy', 'anomaly-alert').spec).toMatchObject({
      podSelector: {
        matchLabels: { 'app.kubernetes.io/name': 'anomaly-alert', 'app.kubernetes.io/part-of': 'znyw' },
      },
      policyTypes: ['Ingress', 'Egress'],
      ingress: [],
    });
  });

  test('says what to open for a change', () => {
    const workload = new TestingWorkload(aStack(), 'alert', { summary: 'sends mail' });

    expect(workload.summary).toBe('sends mail');
    expect(workload.sources).toEqual(['lib/stacks/anomaly-stack.ts', 'lib/environments/prod.ts']);
  });
});

describe('a connection', () => {
  test('gives the client the address of the other one', () => {
    const stack = aStack();
    const client = new TestingWorkload(stack, 'alert');

    client.connectTo(new TestingWorkload(stack, 'config-api'));

    expect(theVariables(stack, 'anomaly-alert')).toEqual({ CONFIG_API_URL: 'http://anomaly-config-api:8080' });
  });

  test('opens both policies for exactly that port, and DNS is allowed once', () => {
    const stack = aStack();
    const client = new TestingWorkload(stack, 'alert');
    const server = new TestingWorkload(stack, 'config-api', { ports: { http: 8080, admin: 9090 } });

    client.connectTo(server);

    expect(theOpenings(stack, 'anomaly-alert')).toEqual(['out anomaly-config-api 8080/TCP', ...DNS]);
    expect(theOpenings(stack, 'anomaly-config-api')).toEqual(['in anomaly-alert 8080/TCP', ...DNS]);
  });

  test('needs a Service, which leads to every port by its name', () => {
    const stack = aStack();
    const server = new TestingWorkload(stack, 'config-api', { ports: { http: 8080, admin: 9090 } });

    new TestingWorkload(stack, 'alert').connectTo(server);
    new TestingWorkload(stack, 'query-api').connectTo(server);

    expect(rendered(server, 'Service').map(({ spec }) => spec)).toEqual([
      {
        selector: { 'app.kubernetes.io/name': 'anomaly-config-api', 'app.kubernetes.io/part-of': 'znyw' },
        ports: [
          { name: 'http', port: 8080, targetPort: 'http', protocol: 'TCP' },
          { name: 'admin', port: 9090, targetPort: 'admin', protocol: 'TCP' },
        ],
      },
    ]);
  });

  test('to a system outside opens the way to its addresses, and refers to its Secret', () => {
    const stack = aStack();

    new TestingWorkload(stack, 'alert').connectTo(new MailRelayEndpoint(prod.mailRelay));

    expect(theOpenings(stack, 'anomaly-alert')).toEqual(['out 10.22.0.25/32 587/TCP', ...DNS]);
    expect(theVariables(stack, 'anomaly-alert')).toMatchObject({
      MAIL_HOST: 'smtp.bank.example',
      MAIL_PASSWORD: { secretKeyRef: { name: 'mail-relay', key: 'password' } },
    });
  });

  test('of another environment is refused with both names', () => {
    const client = new TestingWorkload(aClusterModeStack(), 'alert');
    const server = new TestingWorkload(aStack(), 'config-api');

    expect(() => client.connectTo(server)).toThrow(
      new RangeError(
        'anomaly-alert of environment "test" cannot be connected to anomaly-config-api of environment "prod"; ' +
          'connect workloads of one environment',
      ),
    );
  });

  test('that is made twice would set its variable twice, and is refused', () => {
    const stack = aStack();
    const client = new TestingWorkload(stack, 'alert');
    const server = new TestingWorkload(stack, 'config-api');
    client.connectTo(server);

    expect(() => client.connectTo(server)).toThrow(
      new RangeError('anomaly-alert gets CONFIG_API_URL twice, now from anomaly-config-api; connect it once'),
    );
  });

  test('that would write over a variable of the workload itself is refused', () => {
    const stack = aStack();
    const client = new TestingWorkload(stack, 'alert', { environment: { CONFIG_API_URL: 'http://elsewhere' } });

    expect(() => client.connectTo(new TestingWorkload(stack, 'config-api'))).toThrow(
      new RangeError('anomaly-alert gets CONFIG_API_URL twice, now from anomaly-config-api; connect it once'),
    );
  });

  test('to a workload without the port is refused', () => {
    const stack = aStack();

    expect(() =>
      new TestingWorkload(stack, 'alert').connectTo(new TestingWorkload(stack, 'config-api', { ports: {} })),
    ).toThrow(new RangeError('anomaly-config-api has no port "http"; give it to deploy()'));
  });
});

describe('from outside the cluster', () => {
  test('a port is reached through the VMs, which keep the address of the caller', () => {
    const workload = new TestingWorkload(aStack(), 'query-api');

    workload.openToRanges(30080, ['10.0.0.0/8', '172.16.0.0/12']);

    expect(theObject(workload, 'Service', 'anomaly-query-api-outside').spec).toEqual({
      type: 'NodePort',
      externalTrafficPolicy: 'Local',
      selector: { 'app.kubernetes.io/name': 'anomaly-query-api', 'app.kubernetes.io/part-of': 'znyw' },
      ports: [{ name: 'http', port: 8080, targetPort: 'http', protocol: 'TCP', nodePort: 30080 }],
    });
    expect(theOpenings(workload, 'anomaly-query-api')).toEqual([
      'in 10.0.0.0/8 8080/TCP',
      'in 172.16.0.0/12 8080/TCP',
      ...DNS,
    ]);
  });
});

describe('names', () => {
  test('two workloads of one name are refused, and the file to change is named', () => {
    const stack = aStack();
    new TestingWorkload(stack, 'alert');

    expect(() => new TestingWorkload(stack, 'alert')).toThrow(
      new RangeError(
        'there are 2 workloads "anomaly-alert"; a name may stand once, rename one in lib/stacks/anomaly-stack.ts',
      ),
    );
  });

  test('a workload that the environment says nothing of is refused, and the file to change is named', () => {
    const make = () => new TestingWorkload(aStack(), 'stream-errors');

    expect(make).toThrow(new OperatorError('environment "prod" has no size for the workload anomaly-stream-errors'));
    expect(make).toThrow(
      expect.objectContaining({
        remedy:
          'Add "anomaly-stream-errors" to lib/environments/standard-workloads.ts, or to lib/environments/prod.ts.',
      }),
    );
  });

  test('a workload that describes nothing is a mistake in its class', () => {
    class Silent extends Workload {}

    expect(() => new Silent(aStack(), 'alert').summary).toThrow(
      new RangeError('anomaly-alert describes nothing; its constructor has to call deploy()'),
    );
  });
});

describe('replicas', () => {
  test('two may lose one at a time on purpose', () => {
    const workload = new TestingWorkload(aStack({ workloads: { 'anomaly-alert': { replicas: 2 } } }), 'alert');

    expect(rendered(workload, 'PodDisruptionBudget').map(({ spec }) => spec)).toEqual([
      {
        maxUnavailable: 1,
        selector: {
          matchLabels: { 'app.kubernetes.io/name': 'anomaly-alert', 'app.kubernetes.io/part-of': 'znyw' },
        },
      },
    ]);
  });

  test('one has no disruption budget, which would block the drain of its VM', () => {
    const workload = new TestingWorkload(aStack({ workloads: { 'anomaly-alert': { replicas: 1 } } }), 'alert');

    expect(rendered(workload, 'PodDisruptionBudget')).toEqual([]);
  });
});

describe('a workload that is stopped', () => {
  const stopped = () =>
    new TestingWorkload(aStack({ workloads: { 'anomaly-alert': { replicas: 2, stopped: true } } }), 'alert');

  test('has no Pod, and says so', () => {
    const { metadata, spec } = theDeployment(stopped(), 'anomaly-alert');

    expect(spec.replicas).toBe(0);
    expect(metadata.annotations).toEqual({ 'znyw/stopped': 'true' });
    expect(stopped().stopped).toBe(true);
  });

  test('has no disruption budget, as there is nothing to disrupt', () => {
    expect(rendered(stopped(), 'PodDisruptionBudget')).toEqual([]);
  });

  test('is marked only while it is stopped', () => {
    const running = new TestingWorkload(aStack(), 'alert');

    expect(theDeployment(running, 'anomaly-alert').metadata).not.toHaveProperty('annotations');
    expect(running.stopped).toBe(false);
  });
});
