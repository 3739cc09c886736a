import type { Manifest } from './manifest';
import type { RuleEnvironment } from './rule';

/**
 * Returns a function that works out its answer for an object once and then remembers it, as long as the object is
 * there. The answer may depend on nothing else, and nobody may change the object.
 *
 * Many rules ask the same of each object: which containers it has, what its Pods refer to.
 */
export function oncePer<K extends object, V>(answer: (object: K) => V): (object: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return (object) => {
    let found = known.get(object);
    if (found === undefined) {
      found = { value: answer(object) };
      known.set(object, found);
    }
    return found.value;
  };
}

/** Returns a function that works out its answer for a set of objects in an environment once, as `oncePer` does. */
export function oncePerSet<V>(
  answer: (manifests: readonly Manifest[], environment: RuleEnvironment) => V,
): (manifests: readonly Manifest[], environment: RuleEnvironment) => V {
  const inEnvironments = oncePer((manifests: readonly Manifest[]) =>
    oncePer((environment: RuleEnvironment) => answer(manifests, environment)),
  );
  return (manifests, environment) => inEnvironments(manifests)(environment);
}
