import { between, ofForm, oneOf, oneOfOrEmpty, quoted } from '../fields/expectations';
import { Field } from '../fields/field';
import { problemAt, problemsBelow, problemsOf } from '../fields/field-problems';
import type { FieldExpectation, FieldProblem } from '../fields/field-problems';
import { isInBlock, isIpAddress, tryIpBlock } from '../reach/ip-block';
import type { IpBlock } from '../reach/ip-block';
import { qualifiedKind } from '../references/qualified-kind';
import { refusalRule } from '../fields/refusal-rule';
import { repeatedTexts } from '../fields/repeated-texts';
import { textForms } from '../fields/text-forms';

/** How long a Service may send a client to the same Pod. @see kubernetes/kubernetes v1.27 pkg/apis/core/types.go */
const MOST_AFFINITY_SECONDS = 86_400;

/** The port of the kubelet, which a load balancer may not open. */
const KUBELET_PORT = 10_250;

const EXPECTATIONS: readonly FieldExpectation[] = [
  ['type', oneOfOrEmpty('ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName')],
  ['sessionAffinity', oneOfOrEmpty('None', 'ClientIP')],
  ['internalTrafficPolicy', oneOf('Cluster', 'Local')],
  ['externalIPs[]', ofForm(textForms.ipAddress)],
  ['loadBalancerSourceRanges[]', ofForm(textForms.ipBlock)],
];

/** Addresses that stay on one machine or one wire. @see ValidateNonSpecialIP beside ValidateService */
const SPECIAL_BLOCKS = '0.0.0.0/32 127.0.0.0/8 169.254.0.0/16 224.0.0.0/24 ::/128 ::1/128 fe80::/10 ff02::/16'.split(
  ' ',
);

/** What of a Service is judged only where it has an address of its own. */
const WITH_ADDRESS: readonly FieldExpectation[] = [
  ['ipFamilyPolicy', oneOf('SingleStack', 'PreferDualStack', 'RequireDualStack')],
  ['ipFamilies[]', oneOf('IPv4', 'IPv6')],
];

const LOAD_BALANCER: readonly FieldExpectation[] = [['loadBalancerClass', ofForm(textForms.labelKey)]];

const CLIENT_AFFINITY: readonly FieldExpectation[] = [
  ['sessionAffinityConfig.clientIP.timeoutSeconds', between(1, MOST_AFFINITY_SECONDS)],
];

/** What only a Service of type LoadBalancer may have. */
const OF_LOAD_BALANCERS = ['loadBalancerClass', 'allocateLoadBalancerNodePorts'] as const;

/**
 * A Service has ports, unless it is headless or only another name, and what belongs to its type.
 *
 * @see kubernetes/kubernetes v1.27 pkg/apis/core/validation/validation.go, ValidateService
 */
export const apiServiceValid = refusalRule({
  id: 'api-service-valid',
  summary: 'A Service has ports, and no fields but those of its type.',
  remedy: 'Choose the type that the fields are for, or leave the fields out.',
  problemsIn: (manifest) => {
    if (qualifiedKind(manifest) !== 'Service') return [];
    const spec = Field.of(manifest).at('spec');
    if (!spec.isObject) return [];
    const type = spec.at('type').text || 'ClusterIP';
    return [
      ...problemsBelow(spec, EXPECTATIONS),
      ...portsProblems(spec, type),
      ...spec.at('externalIPs').items.flatMap(specialAddressProblems),
      ...(type === 'ExternalName' ? externalNameProblems(spec) : addressProblems(spec, type)),
      ...affinityProblems(spec),
      ...(type === 'LoadBalancer' ? problemsBelow(spec, LOAD_BALANCER) : strayFieldProblems(spec, type)),
      ...trafficPolicyProblems(spec, type),
    ];
  },
});

function portsProblems(spec: Field, type: string): readonly FieldProblem[] {
  const ports = spec.at('ports');
  const headless = spec.at('clusterIP').value === 'None';
  const none = ports.items.length === 0 && (!ports.exists || Array.isArray(ports.value));
  return [
    ...(none && !headless && type !== 'ExternalName'
      ? [problemAt(ports, 'is empty; at least one port is expected')]
      : []),
    ...(type === 'LoadBalancer' ? ports.items : [])
      .map((port) => port.at('port'))
      .filter(({ value }) => value === KUBELET_PORT)
      .map((port) => problemAt(port, `is ${KUBELET_PORT}, which is the kubelet's; a load balancer may not open it`)),
  ];
}

function specialAddressProblems(address: Field): readonly FieldProblem[] {
  const { text = '' } = address;
  const single = tryIpBlock(`${text}/128`) ?? tryIpBlock(`${text}/32`);
  if (single === undefined || !isSpecial(single)) return [];
  return [
    problemAt(address, `is ${quoted(text)}, which stays on one machine or wire; an address of others is expected`),
  ];
}

/** The blocks are read only here: few Services have an address from outside. */
function isSpecial(address: IpBlock): boolean {
  return SPECIAL_BLOCKS.flatMap((text) => tryIpBlock(text) ?? []).some((block) => isInBlock(address, block));
}

function externalNameProblems(spec: Field): readonly FieldProblem[] {
  const [name, address] = [spec.at('externalName'), spec.at('clusterIP')];
  const { text } = name;
  const given = (address.text ?? '') === '' ? [] : [address];
  const stray = [...given, spec.at('ipFamilyPolicy'), spec.at('ipFamilies')].filter(
    ({ exists, value }) => exists && !(Array.isArray(value) && value.length === 0),
  );
  return [
    ...((name.value ?? '') === '' ? [problemAt(name, 'is missing; the type ExternalName asks for a DNS name')] : []),
    ...(text !== undefined && text !== '' && !textForms.dnsSubdomain.matches(text.replace(/\.$/, ''))
      ? problemsOf(name, ofForm(textForms.dnsSubdomain))
      : []),
    ...stray.map((field) => problemAt(field, 'is given; a Service of type ExternalName has no address')),
  ];
}

function addressProblems(spec: Field, type: string): readonly FieldProblem[] {
  const address = spec.at('clusterIP');
  const { text = '' } = address;
  if (text === 'None' && type !== 'ClusterIP') {
    return [problemAt(address, `is "None"; a Service of type ${type} has an address`)];
  }
  return [
    ...problemsBelow(spec, WITH_ADDRESS),
    ...repeatedTexts(spec.at('ipFamilies').items, 'family'),
    ...(text === '' || text === 'None' || isIpAddress(text)
      ? []
      : [problemAt(address, `is ${quoted(text)}; None or an IP address is expected`)]),
  ];
}

function affinityProblems(spec: Field): readonly FieldProblem[] {
  if (spec.at('sessionAffinity').text !== 'ClientIP') return [];
  return problemsBelow(spec, CLIENT_AFFINITY);
}

function strayFieldProblems(spec: Field, type: string): readonly FieldProblem[] {
  const ranges = spec.at('loadBalancerSourceRanges');
  return [
    ...OF_LOAD_BALANCERS.map((name) => spec.at(name)).filter(({ exists }) => exists),
    ...(ranges.items.length > 0 ? [ranges] : []),
  ].map((field) => problemAt(field, `is given; a Service of type ${type} has none, LoadBalancer has`));
}

function trafficPolicyProblems(spec: Field, type: string): readonly FieldProblem[] {
  const [policy, healthPort] = [spec.at('externalTrafficPolicy'), spec.at('healthCheckNodePort')];
  const reachable = type === 'NodePort' || type === 'LoadBalancer';
  const checked = type === 'LoadBalancer' && policy.text === 'Local';
  return [
    ...(reachable ? problemsOf(policy, oneOfOrEmpty('Cluster', 'Local')) : []),
    ...(!reachable && (policy.text ?? '') !== ''
      ? [problemAt(policy, `is given; a Service of type ${type} is not reached from outside`)]
      : []),
    ...(!checked && (healthPort.integer ?? 0) !== 0
      ? [problemAt(healthPort, 'is given; it is expected with type LoadBalancer and externalTrafficPolicy Local only')]
      : []),
  ];
}
