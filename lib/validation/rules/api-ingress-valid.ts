import { givenOfForm, notEmptyList, ofForm, ofFormOrEmpty, oneOf, quoted } from '../fields/expectations';
import { Field } from '../fields/field';
import { problemAt, problemsBelow, problemsOf } from '../fields/field-problems';
import type { Expectation, FieldExpectation, FieldProblem } from '../fields/field-problems';
import { isIpAddress } from '../reach/ip-block';
import { oneSourceProblems } from '../fields/one-source';
import { portNumber } from '../fields/port-expectations';
import { qualifiedKind } from '../references/qualified-kind';
import { refusalRule } from '../fields/refusal-rule';
import { textForms } from '../fields/text-forms';

const CLASS_ANNOTATION = 'kubernetes.io/ingress.class';

/** What a path that is compared part by part may not have in it. */
const UNCLEAR_PARTS = ['//', '/./', '/../', '%2f', '%2F'] as const;
const UNCLEAR_ENDS = ['/..', '/.'] as const;

const dnsName: Expectation = (field) =>
  isIpAddress(field.text ?? '')
    ? `is ${quoted(field.text ?? '')}; a DNS name is expected, not an IP address`
    : ofFormOrEmpty(textForms.dnsNameOrWildcard)(field);

const EXPECTATIONS: readonly FieldExpectation[] = [
  ['ingressClassName', ofForm(textForms.dnsSubdomain)],
  ['rules[].host', dnsName],
  ['rules[].http.paths', notEmptyList],
  ['tls[].hosts[]', ofForm(textForms.dnsNameOrWildcard)],
  ['tls[].secretName', ofFormOrEmpty(textForms.dnsSubdomain)],
];

const BACKEND: readonly FieldExpectation[] = [
  ['service.name', ofForm(textForms.serviceName)],
  ['service.port.name', ofFormOrEmpty(textForms.portName)],
  ['resource.apiGroup', ofForm(textForms.dnsSubdomain)],
  ['resource.kind', givenOfForm(textForms.filledPathSegment)],
  ['resource.name', ofForm(textForms.filledPathSegment)],
];

/**
 * An Ingress has somewhere to send requests, hosts that are DNS names, and paths that can be compared.
 *
 * @see kubernetes/kubernetes v1.27 pkg/apis/networking/validation/validation.go, ValidateIngressCreate
 */
export const apiIngressValid = refusalRule({
  id: 'api-ingress-valid',
  summary: 'An Ingress has hosts, paths and backends of the form that Kubernetes asks.',
  remedy: 'Give each path a pathType, a "/" first and a Service with a port, and each rule a DNS name.',
  problemsIn: (manifest) => {
    if (qualifiedKind(manifest) !== 'Ingress.networking.k8s.io') return [];
    const root = Field.of(manifest);
    const spec = root.at('spec');
    const paths = spec.all('rules[].http.paths[]');
    const empty = spec.at('rules').items.length === 0 && !spec.at('defaultBackend').exists;
    return [
      ...(spec.isObject && empty
        ? [problemAt(spec, 'has neither rules nor defaultBackend; one of these is expected')]
        : []),
      ...problemsBelow(spec, EXPECTATIONS),
      ...classProblems(root),
      ...paths.flatMap(pathProblems),
      ...[...spec.all('defaultBackend'), ...paths.flatMap((path) => path.all('backend'))].flatMap(backendProblems),
    ];
  },
});

function classProblems(root: Field): readonly FieldProblem[] {
  const [annotation, name] = [
    root.at('metadata.annotations').entry(CLASS_ANNOTATION),
    root.at('spec.ingressClassName'),
  ];
  if (annotation.text === undefined || name.text === undefined || annotation.text === name.text) return [];
  return [
    problemAt(
      annotation,
      `is ${quoted(annotation.text)}; ingressClassName is ${quoted(name.text)}, and both have to be equal`,
    ),
  ];
}

function pathProblems(item: Field): readonly FieldProblem[] {
  const [type, path] = [item.at('pathType'), item.at('path')];
  const typeProblems = problemsOf(type, oneOf('Exact', 'Prefix', 'ImplementationSpecific'));
  const text = path.text ?? '';
  const compared = type.text === 'Exact' || type.text === 'Prefix';
  if (typeProblems.length > 0 || type.text === undefined || (path.exists && path.text === undefined))
    return typeProblems;
  if (!text.startsWith('/') && (compared || text !== '')) {
    return [
      problemAt(
        path,
        path.exists
          ? `is ${quoted(text)}; a path with "/" first is expected`
          : `is missing; a path is expected with the pathType ${type.text}`,
      ),
    ];
  }
  if (!compared) return [];
  const unclear = [
    ...UNCLEAR_PARTS.filter((part) => text.includes(part)),
    ...UNCLEAR_ENDS.filter((end) => text.endsWith(end)),
  ];
  return unclear.map((part) => problemAt(path, `is ${quoted(text)}; a path without "${part}" is expected`));
}

function backendProblems(backend: Field): readonly FieldProblem[] {
  const [name, number] = [backend.at('service.port.name'), backend.at('service.port.number')];
  const named = (name.text ?? '') !== '';
  const numbered = (number.integer ?? 0) !== 0;
  const service = backend.at('service').isObject && !backend.at('resource').exists;
  const malformed = [name.exists && name.text === undefined, number.exists && number.integer === undefined].includes(
    true,
  );
  return [
    ...oneSourceProblems(backend, ['service', 'resource']),
    ...problemsBelow(backend, BACKEND),
    ...(numbered ? problemsOf(number, portNumber) : []),
    ...(service && !malformed && named === numbered
      ? [
          problemAt(
            backend.at('service.port'),
            `has ${named ? 'both name and' : 'neither name nor'} number; one of these is expected`,
          ),
        ]
      : []),
  ];
}
