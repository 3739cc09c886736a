import { atLeast, notEmpty, ofForm, oneOf, quoted } from './expectations';
import type { Field } from './field';
import { problemAt, problemsBelow, problemsOf } from './field-problems';
import type { Expectation, FieldExpectation, FieldProblem } from './field-problems';
import { compareQuantities, writtenQuantity } from '../quantities/quantity-order';
import { isContainerResource } from '../quantities/resource-names';
import { textForms } from './text-forms';

/** A source of metrics, with the targets of which it takes one, or at least one. */
interface MetricSource {
  readonly type: string;
  readonly targets: readonly string[];
  readonly several?: boolean;
}

const SOURCES: ReadonlyMap<string, MetricSource> = new Map<string, MetricSource>([
  ['object', { type: 'Object', targets: ['value', 'averageValue'], several: true }],
  ['pods', { type: 'Pods', targets: ['averageValue'] }],
  ['resource', { type: 'Resource', targets: ['averageUtilization', 'averageValue'] }],
  ['containerResource', { type: 'ContainerResource', targets: ['averageUtilization', 'averageValue'] }],
  ['external', { type: 'External', targets: ['value', 'averageValue'] }],
]);

const positive: Expectation = ({ value }) =>
  value !== null && (compareQuantities(value, 0) ?? 1) <= 0
    ? `is ${writtenQuantity(value)}; more than 0 is expected`
    : undefined;

const EXPECTATIONS: readonly FieldExpectation[] = [
  ['target.type', oneOf('Utilization', 'Value', 'AverageValue')],
  ['target.value', positive],
  ['target.averageValue', positive],
  ['target.averageUtilization', atLeast(1)],
  ['metric.name', ofForm(textForms.filledPathSegment)],
  ['describedObject.kind', ofForm(textForms.filledPathSegment)],
  ['describedObject.name', ofForm(textForms.filledPathSegment)],
  ['container', ofForm(textForms.dnsLabel)],
];

/**
 * Returns what is wrong with a metric of an autoscaler (autoscaling/v2): its source and the type have to agree.
 *
 * @see kubernetes/kubernetes v1.27 pkg/apis/autoscaling/validation/validation.go, validateMetricSpec
 */
export function metricProblems(metric: Field): readonly FieldProblem[] {
  const type = metric.at('type');
  const types = [...SOURCES.values()].map((source) => source.type);
  const found = [...SOURCES.keys()].filter((name) => metric.at(name).exists);
  const expected = [...SOURCES].find(([, source]) => source.type === type.text)?.[0];
  if (expected === undefined) return problemsOf(type, oneOf(...types));
  const others = found.filter((name) => name !== expected);
  return [
    ...(found.includes(expected)
      ? []
      : [problemAt(metric.at(expected), `is missing; the type ${type.text} asks for it`)]),
    ...others.map((name) =>
      problemAt(metric.at(name), `is given; with the type ${type.text} only ${expected} is expected`),
    ),
    ...metric.all(expected).flatMap((source) => sourceProblems(source, SOURCES.get(expected))),
  ];
}

function sourceProblems(
  source: Field,
  { type, targets = [], several = false }: Partial<MetricSource> = {},
): readonly FieldProblem[] {
  const target = source.at('target');
  const found = targets.filter((name) => target.at(name).exists);
  const wrong = found.length === 0 || (found.length > 1 && !several);
  const resource = source.at('name');
  const unknown = type === 'ContainerResource' && !isContainerResource(resource.text ?? 'cpu');
  return [
    ...problemsBelow(source, EXPECTATIONS),
    ...problemsOf(resource, notEmpty),
    ...(unknown && resource.text !== ''
      ? [problemAt(resource, `is ${quoted(resource.text ?? '')}; a resource that containers have is expected`)]
      : []),
    ...(source.isObject && target.isObject && wrong
      ? [
          problemAt(
            target,
            `has ${found.length === 0 ? 'no target' : found.join(' and ')}; ${targets.join(' or ')} is expected`,
          ),
        ]
      : []),
  ];
}
