/** Labels that say which release or which template an object is of, not what it is. */
const VERSION_LABELS: ReadonlySet<string> = new Set([
  'app.kubernetes.io/version',
  'cdk8s.io/metadata.addr',
  'chart',
  'controller-revision-hash',
  'helm.sh/chart',
  'pod-template-generation',
  'pod-template-hash',
  'version',
]);

/** Hexadecimal digits as a checksum has them, in which words and numbers do not come out. */
const CHECKSUM = /^(?=.*\d)(?=.*[a-f])[0-9a-f]{8,}$/;

/** Tells whether a label changes from one release of a workload to the next, by its key or by its value. */
export function isVersionLikeLabel(key: string, value: string): boolean {
  return VERSION_LABELS.has(key) || CHECKSUM.test(value);
}
