import { demandsOf } from '../pods/demand';
import { aWorkload } from '../testing/manifest-builders';
import type { JsonObject } from '../manifest';
import { podGroups } from './pod-groups';
import { tryPodsPerVm } from './pods-per-vm';

const EVERYTHING: JsonObject = { topologyKey: 'kubernetes.io/hostname', labelSelector: {} };
const APART: JsonObject = {
  affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [EVERYTHING] } },
};
const PORT: JsonObject = { containers: [{ name: 'c', ports: [{ hostPort: 80 }] }] };

function spread(more: JsonObject): JsonObject {
  return { topologySpreadConstraints: [{ ...EVERYTHING, maxSkew: 2, whenUnsatisfiable: 'DoNotSchedule', ...more }] };
}

test.each<[string, JsonObject, boolean, number | undefined]>([
  ['required anti-affinity with itself', APART, false, 1],
  ['a host port', PORT, false, 1],
  ['a spread over more domains than there are VMs', spread({ minDomains: 3 }), false, 2],
  ['a spread over the VMs', spread({ minDomains: 2 }), false, undefined],
  ['a spread while a VM is lost', spread({}), true, 2],
  ['a spread that honours taints while a VM is lost', spread({ nodeTaintsPolicy: 'Honor' }), true, undefined],
  ['nothing', {}, false, undefined],
])('with %s', (_, podSpec, oneIsLost, most) => {
  const [group] = podGroups(demandsOf([aWorkload({ podSpec })], 2));

  expect(group && tryPodsPerVm(group, { count: 2, room: { cpuMillis: 1, memoryBytes: 1 }, oneIsLost })?.most).toBe(
    most,
  );
});
