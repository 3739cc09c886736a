import type { AgentFolder } from './running-steps';

/** What the stand-in does otherwise than a cluster in which all goes well. */
export interface ClusterTrouble {
  /** Objects, as `deployment.apps/focus-web`, that the API server refuses, and with which words. */
  readonly refuses?: Readonly<Record<string, string>>;
  /** Workloads, as `deployment/focus-web`, that never become ready. */
  readonly neverReady?: readonly string[];
  /** What kubectl says to calls that begin with these words; instead of anything else. */
  readonly answers?: Readonly<Record<string, string>>;
}

/**
 * Puts a `kubectl` on the PATH that keeps objects in a file and writes down its calls. What it prints has the shape of
 * kubectl 1.27 against a server of 1.27, where the steps were tried by hand.
 */
export function installKubectl(agent: AgentFolder, trouble: ClusterTrouble = {}): void {
  agent.write('cluster/trouble.json', JSON.stringify(trouble));
  agent.standIn('kubectl', `#!/usr/bin/env node\nconst folder = ${JSON.stringify(agent.path('cluster'))};\n${PROGRAM}`);
}

/** Returns the calls of the stand-in, without the namespace and the folders of the run. */
export function kubectlCalls(agent: AgentFolder): readonly string[] {
  return agent
    .read('cluster/calls')
    .split('\n')
    .filter((call) => call !== '')
    .map((call) =>
      call.replace(/--filename .*\/znyw-step\.\w+\//, '--filename ').replace('--namespace znyw-test ', ''),
    );
}

/** Returns the names of what is in the stand-in's cluster. */
export function inCluster(agent: AgentFolder): readonly string[] {
  const objects: Record<string, unknown> = JSON.parse(agent.read('cluster/objects.json') || '{}');
  return Object.keys(objects);
}

const PROGRAM = `
const { appendFileSync, existsSync, readFileSync, readdirSync, statSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { parseAllDocuments } = require(${JSON.stringify(require.resolve('yaml'))});
const words = process.argv.slice(2);
const option = (name) => words.flatMap((word, at) => (word === name ? [words[at + 1]] : word.startsWith(name + '=') ? [word.slice(name.length + 1)] : []))[0];
appendFileSync(join(folder, 'calls'), words.join(' ') + '\\n');
const trouble = JSON.parse(readFileSync(join(folder, 'trouble.json'), 'utf8'));
const store = join(folder, 'objects.json');
const objects = existsSync(store) ? JSON.parse(readFileSync(store, 'utf8')) : {};
const save = () => writeFileSync(store, JSON.stringify(objects));
const say = (text) => process.stdout.write(text + '\\n');
const GROUPS = { Deployment: 'apps', CronJob: 'batch', NetworkPolicy: 'networking.k8s.io', Ingress: 'networking.k8s.io', PodDisruptionBudget: 'policy' };
const nameOf = ({ kind, metadata }) => kind.toLowerCase() + (GROUPS[kind] ? '.' + GROUPS[kind] : '') + '/' + metadata.name;
const given = () => {
  const path = option('--filename');
  const files = statSync(path).isDirectory() ? readdirSync(path).sort().map((name) => join(path, name)) : [path];
  return files.flatMap((file) => parseAllDocuments(readFileSync(file, 'utf8')).map((one) => one.toJS()).filter(Boolean));
};
const row = ({ kind, metadata, generation, spec = {}, progress }) =>
  [kind, metadata.name, generation ?? '<none>', spec.progressDeadlineSeconds ?? '<none>', spec.replicas ?? '<none>', progress ?? '<none>'].join('   ');
const [, , verb, ...rest] = words;
const said = Object.entries(trouble.answers ?? {}).find(([start]) => words.slice(2).join(' ').startsWith(start));
if (said) {
  say(said[1]);
} else if (verb === 'create') {
  given().forEach((object) => say(nameOf(object)));
} else if (verb === 'apply') {
  for (const object of given()) {
    const name = nameOf(object);
    const refused = trouble.refuses?.[name];
    if (refused) {
      process.stderr.write(refused + '\\n');
      process.exitCode = 1;
      continue;
    }
    if (option('--dry-run') === undefined) {
      const old = objects[name];
      const same = old && JSON.stringify(old.spec) === JSON.stringify(object.spec);
      const rolls = object.kind === 'Deployment';
      objects[name] = { ...object, generation: object.spec ? (old?.generation ?? 0) + (same ? 0 : 1) : undefined, progress: rolls ? (same ? old.progress : 'ReplicaSetUpdated') : undefined };
    }
    say(option('--output') === 'name' ? name : name + ' serverside-applied');
  }
  save();
} else if (verb === 'get' && option('--filename')) {
  given().map((object) => objects[nameOf(object)]).filter(Boolean).forEach((object) => say(row(object)));
} else if (verb === 'get' && rest[0].includes(',') && option('--output') === 'name') {
  Object.values(objects).filter(({ metadata }) => metadata.labels?.['app.kubernetes.io/managed-by'] === 'cdk8s').forEach((object) => say(nameOf(object)));
} else if (verb === 'get' && rest[0] === 'deployments.apps') {
  Object.values(objects).filter(({ kind }) => kind === 'Deployment').forEach((object) => say(row(object)));
} else if (verb === 'delete') {
  const [kind, name] = rest[0].split('/');
  delete objects[rest[0]];
  save();
  say(kind + ' "' + name + '" deleted');
} else if (verb === 'rollout' && rest[0] === 'status') {
  const [, name] = rest[1].split('/');
  if (trouble.neverReady?.includes(rest[1])) {
    say('Waiting for deployment "' + name + '" rollout to finish: 0 of 1 updated replicas are available...');
    process.stderr.write('error: deployment "' + name + '" exceeded its progress deadline\\n');
    process.exitCode = 1;
  } else {
    objects['deployment.apps/' + name].progress = 'NewReplicaSetAvailable';
    save();
    say('deployment "' + name + '" successfully rolled out');
  }
} else if (verb === 'rollout' && rest[0] === 'restart') {
  say('deployment.apps/' + rest[1].split('/')[1] + ' restarted');
}
`;
