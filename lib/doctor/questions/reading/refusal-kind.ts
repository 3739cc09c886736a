/** Who refuses to create an object, as far as the message tells; each is the id of the question about it. */
export type RefusalKind =
  | 'quota-exceeded'
  | 'quota-must-specify'
  | 'limit-range-refused'
  | 'service-account-missing'
  | 'pod-security-refused'
  | 'webhook-denied'
  | 'webhook-failing'
  | 'refused';

/** In this order: a webhook may say anything in its own words, the others' included. */
const SIGNS: readonly (readonly [kind: RefusalKind, sign: RegExp])[] = [
  ['webhook-denied', /admission webhook "[^"]*" denied the request/],
  ['webhook-failing', /failed calling webhook/],
  ['quota-exceeded', /exceeded quota: /],
  ['quota-must-specify', /failed quota: [^:]*: must specify /],
  ['service-account-missing', /error looking up service account /],
  ['pod-security-refused', /violates PodSecurity /],
  ['limit-range-refused', /(?:maximum|minimum) \S+ usage per |\S+ max limit to request ratio per /],
  // A LimitRange puts its default limit below a request that is written without one.
  ['limit-range-refused', /Invalid value: "[^"]*": must be less than or equal to \S+ limit/],
];

/** What the controllers put in front of what the API server said. */
const PREFIXES = [
  /^\(combined from similar events\): /,
  /^Error creating(?: job)?: /,
  /^create Claim \S+ for Pod \S+ in StatefulSet \S+ failed error: /,
  /^create Pod \S+ in StatefulSet \S+ failed error: /,
  /^failed to create PVC [^ :]+: /,
  /^Failed to create new replica set "[^"]*": /,
];

/**
 * Returns who refuses, by the message.
 *
 * @see kubernetes/kubernetes v1.27 staging/src/k8s.io/apiserver/pkg/admission, plugin/pkg/admission
 */
export function refusalKind(message: string): RefusalKind {
  return SIGNS.find(([, sign]) => sign.test(message))?.[0] ?? 'refused';
}

/** Returns what the API server said, without what controllers and the event recorder put in front of it. */
export function withoutPrefixes(message: string): string {
  let said = message;
  for (const prefix of PREFIXES) said = said.replace(prefix, '');
  return said;
}
