import { Duration, Size } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Environment } from '../environments/environment';
import { FocusWeb } from '../workloads/focus-web';
import { MySqlStore } from '../workloads/mysql-store';
import { NginxGateway } from '../workloads/nginx-gateway';
import { RedisStore } from '../workloads/redis-store';
import { Stack } from '../workloads/stack';

/** The longest analysis, and the largest CSV: one figure each for gateway and application. */
const analysisTimeout = Duration.minutes(10);
const uploadLimit = Size.mebibytes(200);

/** Focus: multi-dimensional analysis of a CSV that somebody uploads in a browser. 4 images, 4 containers. */
export class FocusStack extends Stack {
  constructor(scope: Construct, id: string, environment: Environment) {
    super(scope, id, { environment, source: 'lib/stacks/focus-stack.ts' });

    const mysql = new MySqlStore(this, 'mysql', { database: 'focus' });
    const redis = new RedisStore(this, 'redis');

    const web = new FocusWeb(this, 'web', { analysisTimeout, uploadLimit });
    web.connectTo(mysql);
    web.connectTo(redis);

    new NginxGateway(this, 'nginx', {
      summary: 'entry for browsers to Focus: pages and uploads of CSV files',
      entry: environment.entries.focus,
      routes: [{ path: '/', to: web }],
      uploadLimit,
      responseTimeout: analysisTimeout,
    });
  }
}
