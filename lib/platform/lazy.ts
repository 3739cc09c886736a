import { Lazy } from 'cdk8s';

/**
 * Returns a value that is produced when its object is rendered, so that it may depend on what happens until then.
 *
 * It stands for the value in the props of an object and nowhere else: there is nothing in it to read.
 */
export function lazy<Value>(produce: () => Value): Value {
  // cdk8s types a Lazy as any, as this is what it is for.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return Lazy.any({ produce }) as Value;
}
