import { NOTHING_EXPECTED } from '../../cluster/expected';
import { aWaiting, clusterOf } from '../../testing/waiting-objects';
import { runsAsRoot } from './runs-as-root';

test.each([
  [
    'container has runAsNonRoot and image will run as root (pod: "web_znyw-prod(1)", container: web)',
    'container web has runAsNonRoot, and its image "web:1" would run as root (uid 0)',
  ],
  [
    'container has runAsNonRoot and image has non-numeric user (mysql), cannot verify user is non-root (pod: "web", container: web)',
    'container web has runAsNonRoot, and its image "web:1" names its user "mysql" without a number, so the kubelet cannot tell that it is not root',
  ],
])('%s', (message, cause) => {
  expect(runsAsRoot.ask(clusterOf(aWaiting('CreateContainerConfigError', message)), NOTHING_EXPECTED)).toMatchObject([
    {
      object: 'Deployment/znyw-prod/web',
      cause: { en: cause },
      property: 'spec.template.spec.containers[web].securityContext.runAsUser',
    },
  ]);
});
