import { tryAcknowledgement } from './acknowledgements';
import type { RuleIdentity } from './acknowledgements';
import { asObject, asText, kindOf, objectId } from './manifest';
import type { Finding, Problem, RuleEnvironment } from './rule';

/** A finding on its way into a report, with what decides about its place and its fate. */
export interface DraftFinding {
  readonly problem: Problem;
  readonly finding: Finding;
  readonly sortKey: readonly string[];
  /** The reason for which it does not count. @default none: it counts */
  readonly acknowledgement?: string;
}

/** Returns the problem as it is reported: with what the rule says of all its problems, as plain data. */
export function draftFinding(rule: RuleIdentity, problem: Problem, environment: RuleEnvironment): DraftFinding {
  const { manifest, field, message, detail, remedy = rule.remedy, severity = rule.severity } = problem;
  const finding: Finding = {
    rule: rule.id,
    class: rule.class,
    severity,
    object: manifest === undefined ? `Environment//${environment.name ?? ''}` : objectId(manifest),
    field,
    message,
    ...(detail === undefined ? {} : { detail }),
    remedy,
    file: manifest?.file ?? '',
    ...(manifest?.construct === undefined ? {} : { construct: manifest.construct }),
  };
  if (manifest === undefined) return { problem, finding, sortKey: ['', '', '', '', field, rule.id, message] };
  const { namespace, name } = asObject(manifest.json['metadata']);
  const object = ['object', asText(namespace), kindOf(manifest), asText(name)];
  const acknowledgement = tryAcknowledgement(manifest, rule);
  return { problem, finding, sortKey: [...object, field, rule.id, message, manifest.file], acknowledgement };
}

/** Orders findings by namespace, kind, name, field and rule, those about the whole set first. */
export function compareDrafts({ sortKey: one }: DraftFinding, { sortKey: other }: DraftFinding): number {
  // By code units, since a locale would order differently from one machine to the next.
  for (const [index, part] of one.entries()) {
    const otherPart = other[index] ?? '';
    if (part !== otherPart) return part < otherPart ? -1 : 1;
  }
  return 0;
}
