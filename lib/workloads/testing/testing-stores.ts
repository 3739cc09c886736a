import { Duration } from 'cdk8s';
import { InfluxStore } from '../influx-store';
import { MongoStore } from '../mongo-store';
import { MySqlStore } from '../mysql-store';
import { RedisStore } from '../redis-store';
import { aStack, type StackParts } from './testing-stack';

/** Returns a MongoDB for a test: `anomaly-mongo`. */
export function aMongoStore(parts: StackParts = {}): MongoStore {
  return new MongoStore(aStack(parts), 'mongo');
}

/** Returns an InfluxDB for a test: `anomaly-influx`, which keeps points for 90 days. */
export function anInfluxStore(parts: StackParts = {}): InfluxStore {
  return new InfluxStore(aStack(parts), 'influx', { database: 'kpi', retention: Duration.days(90) });
}

/** Returns a MySQL for a test: `focus-mysql`. */
export function aMySqlStore(parts: StackParts = {}): MySqlStore {
  return new MySqlStore(aStack({ id: 'focus', ...parts }), 'mysql', { database: 'focus' });
}

/** Returns a Redis for a test: `focus-redis`. */
export function aRedisStore(parts: StackParts = {}): RedisStore {
  return new RedisStore(aStack({ id: 'focus', ...parts }), 'redis');
}
