import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Yaml } from 'cdk8s';
import { build } from '../../lib/app/build-app';
import { render } from '../../lib/app/rendering';
import { ruleEnvironment } from '../../lib/app/rule-environment';
import { yamlText } from '../../lib/manifests/yaml-text';
import { allEnvironments } from '../../lib/environments/all-environments';
import { prod } from '../../lib/environments/prod';
import type { Environment } from '../../lib/environments/environment';
import { addToList } from '../../lib/validation/add-to-list';
import { capacityUse } from '../../lib/validation/capacity/capacity-use';
import { demandsOf } from '../../lib/validation/pods/demand';
import type { JsonObject, Manifest } from '../../lib/validation/manifest';
import { objectValid } from '../../lib/validation/rules/object-valid';
import { runRules } from '../../lib/validation/run-rules';

// What a synth does, phase by phase in one process: milliseconds of each as JSON. Arguments: size, folder, writer. The
// size is `both-environments`, for the program as it stands, or a number of projects that have one environment each.
// With `stock` for the writer, the YAML of cdk8s is timed as well.
const [size = 'both-environments', folder = '.', writer = 'own'] = process.argv.slice(2);

const environments: readonly Environment[] =
  size === 'both-environments' ? allEnvironments : Array.from({ length: Number(size) }, (_, index) => project(index));

const spent = { construct: 0, render: 0, objectValid: 0, rules: 0, capacity: 0, yaml: 0, write: 0, stockYaml: 0 };

for (const environment of environments) {
  const app = timed('construct', () => build(environment, folder));
  const { manifests } = timed('render', () => render(app));
  const knowledge = ruleEnvironment(environment);
  // First and alone; the rules below find the schema walked, so that their sum has it once.
  timed('objectValid', () => objectValid.check(manifests, knowledge));
  timed('rules', () => runRules(manifests, knowledge));
  timed('capacity', () => capacityUse(demandsOf(manifests, knowledge.cloud.vms), knowledge.cloud));
  const texts = timed('yaml', () => fileTexts(manifests));
  timed('write', () => {
    mkdirSync(join(folder, environment.name), { recursive: true });
    for (const [file, text] of texts) writeFileSync(join(folder, environment.name, file), text);
  });
}

// At the end, so that it makes nothing warm for our own.
if (writer === 'stock') {
  for (const environment of environments) {
    const { manifests } = render(build(environment, folder));
    timed('stockYaml', () => Yaml.stringify(...manifests.map(({ json }) => json)));
  }
}

process.stdout.write(JSON.stringify({ ...spent, peakBytes: process.resourceUsage().maxRSS * 1024 }));

function project(index: number): Environment {
  return { ...prod, name: `p${index}`, namespace: `znyw-p${index}` };
}

function fileTexts(manifests: readonly Manifest[]): readonly (readonly [file: string, text: string])[] {
  const files = new Map<string, JsonObject[]>();
  for (const { file, json } of manifests) addToList(files, file, json);
  return [...files].map(([file, objects]) => [file, yamlText(objects)]);
}

function timed<T>(phase: keyof typeof spent, work: () => T): T {
  const start = performance.now();
  const result = work();
  spent[phase] += performance.now() - start;
  return result;
}
