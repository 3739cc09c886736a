import { Duration, Size } from 'cdk8s';
import { KubeIngress } from '../../imports/k8s';
import { wholeMebibytes } from '../platform/container-size';
import type { BrowserEntry, IngressEntry } from '../platform/browser-entry';
import { scratch } from '../platform/mount';
import { httpProbe } from '../platform/probes';
import { nginxConf } from './nginx-conf';
import type { Stack } from './stack';
import { uploadRoom } from './upload-room';
import { HTTP_PORT, type WebWorkload } from './web-workload';
import { Workload } from './workload';

/** Where requests for a path go. */
export interface Route {
  /** Beginning of the path, such as `/` or `/api/config/`. The longest one that matches wins. */
  readonly path: string;
  readonly to: WebWorkload;
}

export interface NginxGatewayProps {
  /** What it is the entry of, in a few words. */
  readonly summary: string;

  /** How browsers reach it. */
  readonly entry: BrowserEntry;

  readonly routes: readonly Route[];

  /**
   * The largest request that is let in. More is answered with 413.
   * @default 1 Mi, as nginx itself
   */
  readonly uploadLimit?: Size;

  /**
   * How long an answer may take.
   * @default 60 seconds, as nginx itself
   */
  readonly responseTimeout?: Duration;
}

/** Uploads that it keeps at a time; one replica of two. */
const UPLOADS_AT_A_TIME = 10;

/** nginx as the entry for browsers: the one way into a module from outside the cluster. */
export class NginxGateway extends Workload {
  /** @throws RangeError if there is no route */
  constructor(stack: Stack, id: string, props: NginxGatewayProps) {
    super(stack, id);
    const { routes, uploadLimit = Size.mebibytes(1), responseTimeout = Duration.seconds(60) } = props;
    if (routes.length === 0) {
      throw new RangeError(`${this.name} has 0 routes; give it 1 or more`);
    }
    this.deploy({
      summary: props.summary,
      component: 'gateway',
      image: 'nginx',
      args: ['nginx', '-c', '/etc/znyw/nginx.conf', '-g', 'daemon off;'],
      ports: { [HTTP_PORT]: 8080 },
      environment: { TZ: this.environment.timeZone },
      configFiles: () => ({
        '/etc/znyw/nginx.conf': nginxConf({
          routes: routes.map(({ path, to }) => ({ path, url: to.url })),
          uploadLimitMebibytes: wholeMebibytes(uploadLimit),
          responseTimeoutSeconds: responseTimeout.toSeconds(),
        }),
      }),
      // Uploads are kept here until they are whole, so that a slow one does not hold a worker behind.
      mounts: () => [scratch('/tmp', uploadRoom(uploadLimit, UPLOADS_AT_A_TIME))],
      probes: {
        startup: httpProbe(HTTP_PORT, '/healthz', { period: Duration.seconds(2), failures: 30 }),
        readiness: httpProbe(HTTP_PORT, '/healthz', { period: Duration.seconds(5) }),
        liveness: httpProbe(HTTP_PORT, '/healthz', { failures: 6 }),
      },
      stop: { gracePeriod: Duration.seconds(40), drain: Duration.seconds(5) },
    });
    for (const target of new Set(routes.map(({ to }) => to))) {
      this.connectTo(target);
    }
    this.enter(props.entry);
  }

  private enter(entry: BrowserEntry): void {
    if (entry.type === 'node-port') {
      this.openOutside(this.name, HTTP_PORT, entry.port, entry.allowedRanges);
      return;
    }
    this.service();
    this.admitController(entry);
    new KubeIngress(this, 'ingress', {
      metadata: { name: this.name, annotations: entry.annotations },
      spec: {
        ingressClassName: entry.className,
        tls: [{ hosts: [entry.host], secretName: entry.tlsSecret }],
        rules: [
          {
            host: entry.host,
            http: {
              paths: [
                {
                  path: '/',
                  pathType: 'Prefix',
                  backend: { service: { name: this.name, port: { name: HTTP_PORT } } },
                },
              ],
            },
          },
        ],
      },
    });
  }

  private admitController({ controller: { namespace, podLabels } }: IngressEntry): void {
    this.traffic.admit({
      peers: [
        {
          // Both in one peer: Pods of these labels in that namespace, and no others.
          namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } },
          podSelector: { matchLabels: podLabels },
        },
      ],
      ports: [{ number: this.portNumber(HTTP_PORT) }],
    });
  }
}
