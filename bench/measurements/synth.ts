import { cpSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { programFolder } from '../../lib/program-folder';
import { seconds } from '../measured';
import type { Measured, Measurement } from '../measured';
import { isInstalled } from '../peers';
import { copyProgram, editIn } from '../program-copy';
import { timePair } from '../timing';
import type { TimedCommand } from '../timing';

const ROOT = programFolder();

/** A synth as people wait for it, against the stock way and against kubectl on the same objects. */
export const synth: Measurement = {
  name: 'synth',
  measure: ({ runs }, folder) => {
    const own = copyProgram(join(folder, 'own'), 'ours');
    const unmodified = copyProgram(join(folder, 'unmodified'), 'unmodified');
    const cli: TimedCommand = { program: 'npx', args: ['cdk8s', 'synth'], folder: own };
    const npm: TimedCommand = { program: 'npm', args: ['run', '--silent', 'synth'], folder: own };
    const stock = stockWay(unmodified);

    const against = (what: string, ours: TimedCommand, other: TimedCommand, goal?: number): Measured => {
      const pair = timePair(ours, other, runs);
      return { what, figure: pair.ratio, goal, detail: `${seconds(pair.seconds)} : ${seconds(pair.otherSeconds)}` };
    };
    return [
      against('npx cdk8s synth : stock way', cli, stock, 0.3),
      against('npx cdk8s synth of edited sources : stock way', { ...cli, prepare: editIn(own) }, stock, 0.3),
      against('npx cdk8s synth : unmodified CLI, program precompiled', cli, precompiled(unmodified), 0.65),
      against('npm run synth : stock way', npm, stock, 0.25),
      against('npm run synth of edited sources : stock way', { ...npm, prepare: editIn(own) }, stock, 0.25),
      ...(isInstalled('kubectl')
        ? [
            against('npx cdk8s synth : kubectl kustomize', cli, kustomize(folder), 2),
            against('npm run synth : kubectl kustomize', npm, kustomize(folder), 1),
          ]
        : []),
    ];
  },
};

/** The unmodified CLI, without its look for a newer version, which a closed network does not answer. */
function unmodifiedCli(folder: string, app: string, variables: Readonly<Record<string, string>> = {}): TimedCommand {
  const args = ['cdk8s', 'synth', '--app', app];
  return { program: 'npx', args, folder, variables: { CDK8S_CHECK_UPGRADE: 'false', ...variables } };
}

/** The stock way: ts-node with its type check, as the templates of cdk8s have it. */
function stockWay(folder: string): TimedCommand {
  return unmodifiedCli(folder, 'npx ts-node main.ts', {
    // TypeScript 7 has no API for compilers, so ts-node gets the one that comes with jsii.
    TS_NODE_COMPILER: createRequire(join(ROOT, 'node_modules', 'jsii-rosetta', 'package.json')).resolve('typescript'),
    TS_NODE_PROJECT: join(folder, 'bench', 'tsconfig.stock.json'),
  });
}

function precompiled(folder: string): TimedCommand {
  const outfile = join(folder, 'main.js');
  buildSync({ entryPoints: [join(folder, 'main.ts')], outfile, bundle: true, platform: 'node', packages: 'external' });
  return unmodifiedCli(folder, 'node main.js');
}

function kustomize(folder: string): TimedCommand {
  const base = join(folder, 'kustomize');
  cpSync(join(ROOT, 'dist'), base, { recursive: true });
  const files = ['prod', 'test'].flatMap((name) => readdirSync(join(base, name)).map((file) => `${name}/${file}`));
  writeFileSync(join(base, 'kustomization.yaml'), `resources:\n${files.map((file) => `  - ${file}\n`).join('')}`);
  return { program: 'kubectl', args: ['kustomize', base] };
}
