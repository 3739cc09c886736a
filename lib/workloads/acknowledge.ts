import { ApiObject, type Chart } from 'cdk8s';

/**
 * Departs from a policy on one object of a workload, for a reason that stands on the object and in every report.
 *
 * @param workload whose object it is
 * @param object `Kind/name`, as findings name it without its namespace: `Deployment/anomaly-mongo`
 * @param rule id of the rule, of class `policy`
 * @param reason why it is right here
 * @throws RangeError if there is no reason, or the workload has no such object
 */
export function acknowledge(workload: Chart, object: string, rule: string, reason: string): void {
  if (reason.trim() === '') {
    throw new RangeError(`${object} departs from ${rule} without a reason; give one`);
  }
  const objects = workload.node.findAll().filter((each): each is ApiObject => ApiObject.isApiObject(each));
  const found = objects.find(({ kind, name }) => `${kind}/${name}` === object);
  if (found === undefined) {
    const known = objects.map(({ kind, name }) => `${kind}/${name}`).sort();
    throw new RangeError(`${workload.node.path} has no ${object}; it has ${known.join(', ')}`);
  }
  found.metadata.addAnnotation(`znyw/acknowledge.${rule}`, reason);
}
