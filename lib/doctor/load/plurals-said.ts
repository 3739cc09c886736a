import { readKinds } from '../cluster/read-kinds';

/** Where a List of one kind says so: kubectl writes it at the end, an API server at the beginning. */
const EDGE_CHARACTERS = 400;

/** Of what is forbidden kubectl prints an empty List too, and these are the ones that often are. */
const OFTEN_FORBIDDEN: ReadonlySet<string> = new Set(['secrets', 'serviceaccounts']);

const LIST_KIND = /["']?kind["']?\s*:\s*["']?(\w+)List["']?/g;

/** The short names of kubectl under which somebody may have saved a kind. */
const SHORT_NAMES: Readonly<Record<string, string>> = {
  po: 'pods',
  pod: 'pods',
  ev: 'events',
  event: 'events',
  deploy: 'deployments',
  rs: 'replicasets',
  sts: 'statefulsets',
  ds: 'daemonsets',
  cj: 'cronjobs',
  quota: 'resourcequotas',
  pvc: 'persistentvolumeclaims',
  pv: 'persistentvolumes',
  svc: 'services',
  cm: 'configmaps',
  limits: 'limitranges',
  sa: 'serviceaccounts',
  ep: 'endpoints',
  netpol: 'networkpolicies',
  ing: 'ingresses',
  hpa: 'horizontalpodautoscalers',
  pdb: 'poddisruptionbudgets',
  ns: 'namespaces',
  no: 'nodes',
  sc: 'storageclasses',
  pc: 'priorityclasses',
};

/**
 * Returns the kinds of which a file holds all there are, even if that is none: by the kind of its List, or by its name
 * where it is that of a kind, such as `resourcequotas.json`, `quota.yaml` or `events.json`.
 */
export function pluralsSaid(name: string, text: string): readonly string[] {
  const stem = name.replace(/\.(?:json|ya?ml)$/, '').toLowerCase();
  const byName = readKinds.find(
    ({ plural, kind, resource }) =>
      plural === stem ||
      resource === stem ||
      kind.toLowerCase() === stem ||
      (Object.hasOwn(SHORT_NAMES, stem) && SHORT_NAMES[stem] === plural),
  );
  const edges = `${text.slice(0, EDGE_CHARACTERS)}\n${text.slice(-EDGE_CHARACTERS)}`;
  const listed = new Set([...edges.matchAll(LIST_KIND)].map(([, kind]) => kind));
  const byList = readKinds.filter(({ kind }) => listed.has(kind));
  const named = byName === undefined || OFTEN_FORBIDDEN.has(byName.plural) ? [] : [byName.plural];
  return [...named, ...byList.map(({ plural }) => plural)];
}
