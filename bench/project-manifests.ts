import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PUBLISHED } from './published-files';

/** How much there is of a set. */
export interface SetSize {
  readonly objects: number;
  /** Deployments, and the CronJobs of backups. */
  readonly workloads: number;
}

/** Returns the YAML of production as that of one project among many. */
export type AsProject = (text: string, project: number) => string;

/** A namespace for each project, as a platform has them. */
export const inSeparateNamespaces: AsProject = (text, project) => text.replaceAll('znyw-prod', `znyw-p${project}`);

/** All projects in one namespace, and so in one picture, which is the hardest to draw. */
export const inSharedNamespace: AsProject = (text, project) =>
  text.replaceAll(/\b(anomaly|focus)-/g, `$1-p${project}-`);

/**
 * Writes the YAML of as many whole projects as it takes, a folder for each.
 *
 * @param least how many objects or workloads, at least
 * @returns how many these are
 */
export function writeProjects(folder: string, least: Partial<SetSize>, asProject = inSeparateNamespaces): SetSize {
  const source = join(PUBLISHED, 'prod');
  const texts = readdirSync(source).map((file) => [file, readFileSync(join(source, file), 'utf8')] as const);
  const all = texts.map(([, text]) => text).join('');
  const ofOne = { objects: count(all, /^kind: /gm), workloads: count(all, /^kind: (?:Deployment|CronJob)$/gm) };
  const projects = Math.ceil(Math.max((least.objects ?? 0) / ofOne.objects, (least.workloads ?? 0) / ofOne.workloads));
  for (let project = 0; project < projects; project += 1) {
    mkdirSync(join(folder, `p${project}`), { recursive: true });
    for (const [file, text] of texts) writeFileSync(join(folder, `p${project}`, file), asProject(text, project));
  }
  return { objects: projects * ofOne.objects, workloads: projects * ofOne.workloads };
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
