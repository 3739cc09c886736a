import { refusalKind, withoutPrefixes } from './refusal-kind';

test.each([
  ['pods "a-x" is forbidden: exceeded quota: q, requested: pods=1, used: pods=2, limited: pods=2', 'quota-exceeded'],
  ['pods "a-x" is forbidden: failed quota: q: must specify limits.cpu for: a', 'quota-must-specify'],
  ['pods "a-x" is forbidden: maximum cpu usage per Container is 2, but limit is 3', 'limit-range-refused'],
  ['pods "a-x" is forbidden: minimum memory usage per Pod is 1Gi.  No request is specified', 'limit-range-refused'],
  [
    'Pod "a-x" is invalid: spec.containers[0].resources.requests: Invalid value: "500m": must be less than or equal to cpu limit of 200m',
    'limit-range-refused',
  ],
  [
    'pods "a-" is forbidden: error looking up service account ns/web: serviceaccount "web" not found',
    'service-account-missing',
  ],
  ['pods "a-x" is forbidden: violates PodSecurity "restricted:latest": hostNetwork', 'pod-security-refused'],
  ['admission webhook "w.x" denied the request: exceeded quota: none of yours', 'webhook-denied'],
  ['Internal error occurred: failed calling webhook "w.x": failed to call webhook: EOF', 'webhook-failing'],
  ['pods "a-" is forbidden: no PriorityClass with name urgent was found', 'refused'],
  ['', 'refused'],
])('%s is a case of %s', (message, kind) => {
  expect(refusalKind(message)).toBe(kind);
});

test.each([
  ['Error creating: pods "a" is forbidden', 'pods "a" is forbidden'],
  ['(combined from similar events): Error creating: pods "a" is forbidden', 'pods "a" is forbidden'],
  ['Error creating job: jobs.batch "a" is forbidden', 'jobs.batch "a" is forbidden'],
  ['create Pod a-0 in StatefulSet a failed error: pods "a-0" is forbidden', 'pods "a-0" is forbidden'],
  [
    'create Claim d-a-0 for Pod a-0 in StatefulSet a failed error: persistentvolumeclaims "d-a-0" is forbidden',
    'persistentvolumeclaims "d-a-0" is forbidden',
  ],
  [
    'create Pod a-0 in StatefulSet a failed error: failed to create PVC d-a-0: persistentvolumeclaims "d-a-0" is forbidden',
    'persistentvolumeclaims "d-a-0" is forbidden',
  ],
  [
    'Failed to create new replica set "a-1": replicasets.apps "a-1" is forbidden',
    'replicasets.apps "a-1" is forbidden',
  ],
  ['pods "a" is forbidden', 'pods "a" is forbidden'],
])('what the API server said in "%s" is "%s"', (message, said) => {
  expect(withoutPrefixes(message)).toBe(said);
});
