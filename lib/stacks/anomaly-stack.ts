import { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import { environmentSource, type Environment } from '../environments/environment';
import { HadoopClient } from '../platform/hadoop-client';
import { PROJECT } from '../platform/labels';
import { MailRelayEndpoint } from '../platform/mail-relay';
import { StreamSourceEndpoint } from '../platform/stream-source';
import { AutoTrainer } from '../workloads/auto-trainer';
import { InfluxStore } from '../workloads/influx-store';
import { JavaService } from '../workloads/java-service';
import { MongoStore } from '../workloads/mongo-store';
import { NginxGateway } from '../workloads/nginx-gateway';
import { SparkService } from '../workloads/spark-service';
import { SparkStreamingJob } from '../workloads/spark-streaming-job';
import { Stack } from '../workloads/stack';

/** The streaming jobs: one for each kind of KPI. */
const streams = [
  { kpi: 'volume', batchInterval: Duration.seconds(30) },
  { kpi: 'latency', batchInterval: Duration.seconds(30) },
  { kpi: 'success-rate', batchInterval: Duration.seconds(30) },
  { kpi: 'response-rate', batchInterval: Duration.seconds(30) },
  { kpi: 'host', batchInterval: Duration.seconds(45) },
] as const;

/** Anomaly: detection in real time, discovery of KPIs, alerts and root causes, training. 6 images, 15 containers. */
export class AnomalyStack extends Stack {
  private readonly mongo: MongoStore;
  private readonly influx: InfluxStore;
  private readonly hadoop: HadoopClient;

  constructor(scope: Construct, id: string, environment: Environment) {
    super(scope, id, { environment, source: 'lib/stacks/anomaly-stack.ts' });
    this.mongo = new MongoStore(this, 'mongo');
    this.influx = new InfluxStore(this, 'influx', { database: 'kpi', retention: Duration.days(90) });
    this.hadoop = new HadoopClient(this, 'hadoop-client', {
      cluster: environment.hadoop,
      namespace: environment.namespace,
      name: `${id}-hadoop-client`,
      sources: [environmentSource(environment)],
      labels: { 'app.kubernetes.io/part-of': PROJECT, 'app.kubernetes.io/managed-by': 'cdk8s', 'znyw/stack': id },
    });

    this.detect();
    const configApi = this.answerBrowsers();
    this.discover(configApi);
    this.alert();
    this.train();
  }

  /** Real-time detection: results go to InfluxDB. */
  private detect(): void {
    const source = new StreamSourceEndpoint(this.environment.streamSource);
    for (const { kpi, batchInterval } of streams) {
      new SparkStreamingJob(this, `stream-${kpi}`, {
        kpi,
        topic: `kpi-${kpi}`,
        batchInterval,
        hadoop: this.hadoop,
        source,
        sink: this.influx,
        models: this.mongo,
      });
    }
  }

  /** Browsers ask for anomalies, and people configure KPIs and alerts. */
  private answerBrowsers(): JavaService {
    const queryApi = new JavaService(this, 'query-api', { summary: 'API that reads the results of the detection' });
    queryApi.connectTo(this.influx, { to: 'read' });
    queryApi.connectTo(this.mongo, { as: 'query-api', databases: { kpi: 'read', anomalies: 'read' } });

    const configApi = new JavaService(this, 'config-api', { summary: 'API for the configuration of KPIs and alerts' });
    configApi.connectTo(this.mongo, { as: 'config-api', databases: { kpi: 'readWrite' } });

    new NginxGateway(this, 'nginx', {
      summary: 'entry for browsers to Anomaly',
      entry: this.environment.entries.anomaly,
      routes: [
        { path: '/', to: queryApi },
        { path: '/api/config/', to: configApi },
      ],
    });
    return configApi;
  }

  /** KPIs that are in InfluxDB and not yet configured are saved through the API. */
  private discover(configApi: JavaService): void {
    const discovery = new JavaService(this, 'kpi-discovery', {
      summary: 'finds KPIs in InfluxDB that are not configured yet, and saves them through the API',
      singleton: true,
    });
    discovery.connectTo(this.influx, { to: 'read' });
    discovery.connectTo(this.mongo, { as: 'kpi-discovery', databases: { kpi: 'read' } });
    discovery.connectTo(configApi);
  }

  /** Anomalies that match the alert configuration are mailed, and their root cause is asked for. */
  private alert(): void {
    const locateApi = new SparkService(this, 'locate-api', {
      summary: 'API that finds the servers behind an anomaly on the Spark cluster',
      hadoop: this.hadoop,
      as: 'locate',
    });
    locateApi.connectTo(this.influx, { to: 'read' });
    locateApi.connectTo(this.mongo, { as: 'locate-api', databases: { kpi: 'read', anomalies: 'readWrite' } });

    const alert = new JavaService(this, 'alert', {
      summary: 'finds anomalies that match the alert configuration, mails them and asks for the root cause',
      singleton: true,
    });
    alert.connectTo(this.influx, { to: 'read' });
    alert.connectTo(this.mongo, { as: 'alert', databases: { kpi: 'read', anomalies: 'readWrite' } });
    alert.connectTo(new MailRelayEndpoint(this.environment.mailRelay));
    alert.connectTo(locateApi);
  }

  /** Models are trained on the Spark cluster, on the schedule that people set. */
  private train(): void {
    const trainApi = new SparkService(this, 'train-api', {
      summary: 'API that trains models on the Spark cluster and saves them to MongoDB',
      hadoop: this.hadoop,
      as: 'train',
    });
    trainApi.connectTo(this.influx, { to: 'read' });
    trainApi.connectTo(this.mongo, { as: 'train-api', databases: { kpi: 'read', models: 'readWrite' } });

    const autotrin = new AutoTrainer(this, 'autotrin', { schedule: this.environment.schedules.training });
    autotrin.connectTo(trainApi);
    autotrin.connectTo(this.mongo, { as: 'autotrin', databases: { kpi: 'read', models: 'read' } });
  }
}
