import { notEmpty, ofForm, ofFormOrEmpty, oneOf, quoted } from '../fields/expectations';
import { Field } from '../fields/field';
import { problemAt, problemsBelow, problemsOf } from '../fields/field-problems';
import type { FieldExpectation, FieldProblem } from '../fields/field-problems';
import { isJsonObject } from '../manifest';
import { isWithinBlock, tryIpBlock } from '../reach/ip-block';
import { portNumber, portNumberOrName } from '../fields/port-expectations';
import { qualifiedKind } from '../references/qualified-kind';
import { refusalRule } from '../fields/refusal-rule';
import { textForms } from '../fields/text-forms';

const PEERS = ['podSelector', 'namespaceSelector', 'ipBlock'] as const;

const TRANSPORT = oneOf('TCP', 'UDP', 'SCTP');

const EXPECTATIONS: readonly FieldExpectation[] = [
  ...['ingress[].ports[]', 'egress[].ports[]'].flatMap((port): readonly FieldExpectation[] => [
    [`${port}.protocol`, TRANSPORT],
    [`${port}.port`, portNumberOrName],
    [port, endPortProblems],
  ]),
  ...['ingress[].from[]', 'egress[].to[]'].flatMap((peer): readonly FieldExpectation[] => [
    [peer, onePeer],
    [`${peer}.ipBlock`, blockProblems],
  ]),
  ['policyTypes[]', oneOf('Ingress', 'Egress')],
  ['policyTypes', ({ items }) => (items.length > 2 ? `has ${items.length} items; at most 2 are expected` : undefined)],
];

/**
 * A NetworkPolicy names its peers by labels or by addresses, not by both at once, and its ports by number, by range or
 * by name.
 *
 * @see kubernetes/kubernetes v1.27 pkg/apis/networking/validation/validation.go, ValidateNetworkPolicySpec
 */
export const apiNetworkPolicyValid = refusalRule({
  id: 'api-network-policy-valid',
  summary: 'A NetworkPolicy has peers, ports and IP blocks of the form that Kubernetes asks.',
  remedy: 'Give each peer either selectors or an ipBlock, and each port a number from 1 to 65535 or a name.',
  problemsIn: (manifest) => {
    if (qualifiedKind(manifest) !== 'NetworkPolicy.networking.k8s.io') return [];
    return problemsBelow(Field.of(manifest).at('spec'), EXPECTATIONS);
  },
});

function endPortProblems(item: Field): readonly FieldProblem[] {
  const end = item.at('endPort');
  if (end.integer === undefined) return [];
  const port = item.at('port');
  if (!port.exists) return [problemAt(end, 'is given without port, with which a range begins')];
  if (port.text !== undefined)
    return [problemAt(end, `is given with the port ${quoted(port.text)}; a number is expected there`)];
  if (end.integer < (port.integer ?? 0)) {
    return [problemAt(end, `is ${end.integer}; port is ${port.integer}, and a range ends after it begins`)];
  }
  return problemsOf(end, portNumber);
}

function onePeer({ value }: Field): string | undefined {
  if (!isJsonObject(value)) return undefined;
  const found = PEERS.filter((name) => (value[name] ?? null) !== null);
  if (found.length === 0) return 'has no podSelector, namespaceSelector or ipBlock; a peer is expected';
  if (found.length === 1 || !found.includes('ipBlock')) return undefined;
  return `has ${found.join(' and ')}; an ipBlock is expected by itself`;
}

function blockProblems(ipBlock: Field): readonly FieldProblem[] {
  const cidr = ipBlock.at('cidr');
  const problems = [...problemsOf(cidr, notEmpty), ...problemsOf(cidr, ofFormOrEmpty(textForms.ipBlock))];
  const outer = tryIpBlock(cidr.text ?? '');
  if (outer === undefined) return problems;
  return ipBlock.all('except[]').flatMap((except) => {
    const inner = tryIpBlock(except.text ?? '');
    if (inner === undefined) return problemsOf(except, ofForm(textForms.ipBlock));
    if (isWithinBlock(inner, outer)) return [];
    return [problemAt(except, `is ${quoted(except.text ?? '')}; a part of ${cidr.text} is expected`)];
  });
}
