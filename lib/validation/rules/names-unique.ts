import { isDeepStrictEqual } from 'node:util';
import type { Manifest } from '../manifest';
import { nameOf } from '../references/named-objects';
import { namespaceOf } from '../references/namespaces';
import { qualifiedKind } from '../references/qualified-kind';
import type { Problem, Rule, RuleEnvironment } from '../rule';

/** Of two objects with one name, the one that is applied later silently takes the place of the other. */
export const namesUnique: Rule = {
  id: 'names-unique',
  class: 'policy',
  severity: 'error',
  summary: 'No two objects of one kind have the same name in one namespace.',
  remedy: 'Rename one of the two, or remove it.',
  check: (manifests, environment) => {
    const firsts = new Map<string, Manifest>();
    return manifests.flatMap((manifest) => {
      const key = tryKey(manifest, environment);
      if (key === undefined) return [];
      const first = firsts.get(key);
      if (first !== undefined) return [secondOf(manifest, first)];
      firsts.set(key, manifest);
      return [];
    });
  },
};

function secondOf(manifest: Manifest, first: Manifest): Problem {
  const place = first.file === manifest.file ? 'in this file' : `in ${first.file}`;
  const problem = { manifest, field: 'metadata.name' };
  return isDeepStrictEqual(manifest.json, first.json)
    ? {
        ...problem,
        message: `stands ${place} as well, word for word`,
        remedy: 'Remove one of the two.',
        severity: 'warning',
      }
    : {
        ...problem,
        message: `is the name of another object ${place}; the one that is applied later replaces the other`,
      };
}

function tryKey(manifest: Manifest, environment: RuleEnvironment): string | undefined {
  const [kind, name] = [qualifiedKind(manifest), nameOf(manifest)];
  return kind === '' || name === '' ? undefined : `${kind}/${namespaceOf(manifest, environment)}/${name}`;
}
