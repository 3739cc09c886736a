import { ApiObject, Chart, type App } from 'cdk8s';
import { apiObjects } from '../manifests/api-objects';
import { kindOf, type Manifest } from '../validation/manifest';

/** All API objects of an app as plain JSON. */
export interface Rendering {
  /** Sorted by file; within a file in the order in which they are applied. */
  readonly manifests: readonly Manifest[];

  /** The chart behind each file. */
  readonly charts: ReadonlyMap<string, Chart>;

  /** What could not be rendered, one sentence each. */
  readonly failures: readonly string[];
}

/** End of the name of every file that a synth writes. */
export const FILE_EXTENSION = '.k8s.yaml';

/**
 * What comes first in a file, so that an apply works the first time: what others need before what needs it. Kinds
 * that are not listed come after, by name.
 */
const KIND_ORDER = ['ConfigMap', 'PersistentVolumeClaim', 'Service', 'NetworkPolicy', 'Deployment'];

/** Renders each API object of an app once. */
export function render(app: App): Rendering {
  const charts = new Map<string, Chart>();
  const manifests: Manifest[] = [];
  const failures: string[] = [];
  for (const construct of app.node.findAll()) {
    if (construct instanceof Chart) {
      const file = fileOf(construct);
      const other = charts.get(file);
      if (other !== undefined) {
        failures.push(
          `charts ${other.node.path} and ${construct.node.path} would both be written to ${file}; rename one of the 2`,
        );
      }
      charts.set(file, construct);
    }
    if (construct instanceof ApiObject) {
      try {
        // A List is a way to write several objects: the cluster gets each, and the rules have to see each.
        for (const json of apiObjects(construct.toJson())) {
          manifests.push({ json, file: fileOf(construct.chart), construct: construct.node.path });
        }
      } catch (error) {
        failures.push(error instanceof Error ? error.message : String(error));
      }
    }
  }
  return { manifests: manifests.sort(compareManifests), charts, failures };
}

/**
 * Returns the file of a chart, from the ids on the way to it: `anomaly/mongo` is written to `anomaly-mongo.k8s.yaml`.
 *
 * Not the way of cdk8s, which puts numbers before all names as soon as one chart depends on another, and a hash behind
 * the name of a chart that is not a direct child of the app.
 */
function fileOf(chart: Chart): string {
  return `${chart.node.path.replaceAll('/', '-')}${FILE_EXTENSION}`;
}

function compareManifests(one: Manifest, other: Manifest): number {
  return compareText(one.file, other.file) || rank(one) - rank(other) || compareText(sortKey(one), sortKey(other));
}

function rank(manifest: Manifest): number {
  const index = KIND_ORDER.indexOf(kindOf(manifest));
  return index === -1 ? KIND_ORDER.length : index;
}

function sortKey(manifest: Manifest): string {
  return `${kindOf(manifest)} ${manifest.construct ?? ''}`;
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
