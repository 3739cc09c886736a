import { pullSecret } from './pull-secret';
import { secretYaml } from './secret-object';

/** What `kubectl create secret docker-registry … --dry-run=client -o yaml` of kubectl 1.27 writes for these values. */
const FROM_KUBECTL =
  'eyJhdXRocyI6eyJkdHIuYmFuay5leGFtcGxlOjUwMDAiOnsidXNlcm5hbWUiOiJ1XHUwMDNjXHUwMDI2IiwicGFzc3dvcmQiOiJwXHUwMDNlXCJcXMOpXHUyMDI4LSIsImF1dGgiOiJkVHdtT25BK0lsekRxZUtBcUMwPSJ9fX0=';

test('the pull secret has the same bytes as that of kubectl, whatever is in the password', () => {
  const login = { host: 'dtr.bank.example:5000', username: 'u<&', password: 'p>"\\é\u2028-' };

  expect(secretYaml(pullSecret('dtr', 'znyw-prod', login))).toBe(`apiVersion: v1
kind: Secret
metadata:
  name: dtr
  namespace: znyw-prod
type: kubernetes.io/dockerconfigjson
data:
  .dockerconfigjson: ${FROM_KUBECTL}
`);
});

test('a long password does not break the line', () => {
  const yaml = secretYaml(pullSecret('dtr', 'znyw-prod', { host: 'dtr', username: 'u', password: 'p'.repeat(2000) }));

  expect(yaml.trimEnd().split('\n')).toHaveLength(8);
});
