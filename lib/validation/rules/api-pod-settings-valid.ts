import { absent, between, notEmpty, ofForm, oneOf, oneOfOrEmpty } from '../fields/expectations';
import type { Field } from '../fields/field';
import { problemAt, problemsBelow, problemsOf } from '../fields/field-problems';
import type { FieldExpectation, FieldProblem } from '../fields/field-problems';
import { podRefusalRule } from '../pods/pod-refusal-rule';
import type { PodFields } from '../pods/pod-fields';
import { repeatedTexts } from '../fields/repeated-texts';
import { textForms } from '../fields/text-forms';

/** How much of resolv.conf a Pod may fill. @see kubernetes/kubernetes v1.27 pkg/apis/core/validation/validation.go */
const MOST_NAMESERVERS = 3;
const MOST_SEARCHES = 32;
const MOST_SEARCH_CHARACTERS = 2048;

/** The kinds whose Pods may have an end set. */
const ENDING_KINDS: ReadonlySet<string> = new Set(['Pod', 'Job', 'CronJob']);

const EXPECTATIONS: readonly FieldExpectation[] = [
  ['activeDeadlineSeconds', between(1, 2 ** 31 - 1)],
  ['dnsPolicy', oneOfOrEmpty('ClusterFirst', 'ClusterFirstWithHostNet', 'Default', 'None')],
  ['preemptionPolicy', oneOf('PreemptLowerPriority', 'Never')],
  ['os.name', oneOf('linux', 'windows')],
  ['hostAliases[].ip', ofForm(textForms.ipAddress)],
  ['hostAliases[].hostnames[]', ofForm(textForms.dnsSubdomain)],
  ['readinessGates[].conditionType', ofForm(textForms.labelKey)],
  ['schedulingGates[].name', ofForm(textForms.labelKey)],
  ['dnsConfig.nameservers[]', ofForm(textForms.ipAddress)],
  ['dnsConfig.options[].name', notEmpty],
  [
    'schedulingGates',
    (gates) =>
      repeatedTexts(
        gates.items.map((gate) => gate.at('name')),
        'gate',
      ),
  ],
];

/**
 * The settings of a Pod itself: its names in DNS, its end, and what it waits for.
 *
 * @see kubernetes/kubernetes v1.27 pkg/apis/core/validation/validation.go, ValidatePodSpec
 */
export const apiPodSettingsValid = podRefusalRule({
  id: 'api-pod-settings-valid',
  summary: 'The settings of a Pod for DNS, its end and the network of its VM are what Kubernetes takes.',
  remedy: 'Correct the setting, or leave it out: each has a default.',
  problemsIn: (pods) => [
    ...problemsBelow(pods.spec, EXPECTATIONS),
    ...(ENDING_KINDS.has(pods.kind)
      ? []
      : problemsOf(pods.spec.at('activeDeadlineSeconds'), absent(`and Pods of a ${pods.kind} have no end`))),
    ...dnsProblems(pods.spec),
    ...hostNetworkProblems(pods),
  ],
});

function dnsProblems(spec: Field): readonly FieldProblem[] {
  const config = spec.at('dnsConfig');
  if (!config.exists && spec.at('dnsPolicy').text !== 'None') return [];
  const [servers, searches] = [config.at('nameservers'), config.at('searches')];
  const characters = searches.items.map(({ text = '' }) => text).join(' ').length;
  const count = servers.items.length;
  return [
    ...(spec.at('dnsPolicy').text === 'None' && count === 0
      ? [problemAt(servers, 'is empty; with dnsPolicy None at least one is expected')]
      : []),
    ...(count > MOST_NAMESERVERS
      ? [problemAt(servers, `has ${count} items; at most ${MOST_NAMESERVERS} are expected`)]
      : []),
    ...(searches.items.length > MOST_SEARCHES
      ? [problemAt(searches, `has ${searches.items.length} items; at most ${MOST_SEARCHES} are expected`)]
      : []),
    ...(characters > MOST_SEARCH_CHARACTERS
      ? [problemAt(searches, `has ${characters} characters; at most ${MOST_SEARCH_CHARACTERS} are expected`)]
      : []),
    // A final dot says that the name is complete.
    ...searches.items.flatMap((search) =>
      textForms.dnsSubdomain.matches((search.text ?? 'a').replace(/\.$/, ''))
        ? []
        : problemsOf(search, ofForm(textForms.dnsSubdomain)),
    ),
  ];
}

/** In the network of its VM, a container listens on the port that it has there. */
function hostNetworkProblems({ spec, containers }: PodFields): readonly FieldProblem[] {
  if (spec.at('hostNetwork').value !== true) return [];
  return containers
    .filter(({ init }) => !init)
    .flatMap(({ field }) => field.all('ports[]'))
    .flatMap((port) => {
      const [own, host] = [port.at('containerPort').integer, port.at('hostPort')];
      if (own === undefined || host.integer === undefined || host.integer === 0 || host.integer === own) return [];
      return [problemAt(host, `is ${host.integer}; with hostNetwork the containerPort is expected, which is ${own}`)];
    });
}
