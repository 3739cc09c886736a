import { between } from '../fields/expectations';
import { Field } from '../fields/field';
import { problemAt, problemsOf } from '../fields/field-problems';
import type { FieldProblem } from '../fields/field-problems';
import { objectId } from '../manifest';
import type { Manifest } from '../manifest';
import { qualifiedKind } from '../references/qualified-kind';
import type { Problem, Rule } from '../rule';

/** What an API server gives Services unless it was started otherwise. @see kube-apiserver --service-node-port-range */
const FIRST = 30_000;
const LAST = 32_767;

/** A node port that a Service asks for. */
interface NodePort {
  readonly manifest: Manifest;
  readonly field: Field;
}

/**
 * A node port is one of the whole cluster: in its range, of a Service that has node ports, and not taken, whatever the
 * protocol of the other one is.
 *
 * @see kubernetes/kubernetes v1.27 pkg/registry/core/service/portallocator/allocator.go, and ValidateService
 */
export const apiNodePortsValid: Rule = {
  id: 'api-node-ports-valid',
  class: 'refused',
  severity: 'error',
  summary: 'Node ports are 30000 to 32767, each taken by one Service of type NodePort or LoadBalancer.',
  remedy: 'Leave nodePort out, with which the cluster chooses a free one, or choose another.',
  check: (manifests) => {
    const services = manifests.filter((manifest) => qualifiedKind(manifest) === 'Service');
    return [
      ...services.flatMap((manifest) =>
        problemsInService(Field.of(manifest)).map((problem) => ({ manifest, ...problem })),
      ),
      ...takenTwice(services.flatMap(nodePortsOf)),
    ];
  },
};

function problemsInService(service: Field): readonly FieldProblem[] {
  const type = typeOf(service);
  const ports = service.all('spec.ports[].nodePort').filter(({ integer }) => integer !== undefined && integer !== 0);
  if (type === 'ClusterIP') {
    return ports.map((port) =>
      problemAt(port, `is ${port.integer}; a Service of type ClusterIP has no node ports, NodePort is expected`),
    );
  }
  return hasNodePorts(type) ? ports.flatMap((port) => problemsOf(port, between(FIRST, LAST))) : [];
}

function nodePortsOf(manifest: Manifest): readonly NodePort[] {
  const service = Field.of(manifest);
  return hasNodePorts(typeOf(service))
    ? service.all('spec.ports[].nodePort').map((field) => ({ manifest, field }))
    : [];
}

function takenTwice(ports: readonly NodePort[]): readonly Problem[] {
  const owners = new Map<number, string>();
  return ports.flatMap(({ manifest, field }) => {
    const [{ integer = 0 }, service] = [field, objectId(manifest)];
    const owner = owners.get(integer) ?? service;
    if (integer !== 0) owners.set(integer, owner);
    // One Service may have one node port for two protocols, which is for `api-ports-unique` to judge.
    return owner === service ? [] : [{ manifest, ...problemAt(field, `is ${integer}, which ${owner} has already`) }];
  });
}

function typeOf(service: Field): string {
  return service.at('spec.type').text || 'ClusterIP';
}

function hasNodePorts(type: string): boolean {
  return type === 'NodePort' || type === 'LoadBalancer';
}
