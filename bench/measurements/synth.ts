import { cpSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { programFolder } from '../../lib/program-folder';
import { compare } from '../comparison';
import type { Comparison } from '../comparison';
import { editIn, staleIn } from '../copy-edits';
import { isInstalled } from '../is-installed';
import type { Measurement } from '../measured';
import { copyProgram } from '../program-copy';
import { PUBLISHED, publishedFiles } from '../published-files';
import type { TimedCommand } from '../timing';

const ROOT = programFolder();

/** A synth as people wait for it, against the stock way and against kubectl on the same objects. */
export const synth: Measurement = {
  name: 'synth',
  measure: ({ usual }, folder) => {
    const own = copyProgram(join(folder, 'own'), 'ours');
    const unmodified = copyProgram(join(folder, 'unmodified'), 'unmodified');
    const edited = { prepare: editIn(own) };
    const stale = { prepare: staleIn(own) };
    // The CLI deletes the output folder first, so that everything is written each time.
    const cli: TimedCommand = { program: 'npx', args: ['cdk8s', 'synth'], folder: own };
    const npm: TimedCommand = { program: 'npm', args: ['run', '--silent', 'synth'], folder: own };
    const stock = stockWay(unmodified);
    const kubectl = kustomize(join(folder, 'kustomize'));

    const comparisons: readonly Comparison[] = [
      { what: 'npx cdk8s synth : stock way', own: cli, other: stock, goal: 0.3 },
      { what: 'npx cdk8s synth of edited sources : stock way', own: { ...cli, ...edited }, other: stock, goal: 0.3 },
      {
        what: 'npx cdk8s synth : unmodified CLI, program precompiled',
        own: cli,
        other: precompiled(unmodified),
        goal: 0.65,
      },
      { what: 'npm run synth : stock way', own: npm, other: stock, goal: 0.25 },
      { what: 'npm run synth of edited sources : stock way', own: { ...npm, ...edited }, other: stock, goal: 0.25 },
      {
        what: 'npm run synth that replaces both folders : stock way',
        own: { ...npm, ...stale },
        other: stock,
        goal: 0.25,
      },
      { what: 'npx cdk8s synth : kubectl kustomize', own: cli, other: kubectl, goal: 2 },
      {
        what: 'npm run synth that replaces both folders : kubectl kustomize',
        own: { ...npm, ...stale },
        other: kubectl,
        goal: 1,
      },
    ];
    return comparisons.map((comparison) =>
      isInstalled(comparison.other.program)
        ? compare(comparison, usual)
        : { what: comparison.what, reason: `${comparison.other.program} is not installed` },
    );
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

/** @param base a folder that is not there yet */
function kustomize(base: string): TimedCommand {
  cpSync(PUBLISHED, base, { recursive: true });
  const resources = publishedFiles().map((file) => `  - ${file}\n`);
  writeFileSync(join(base, 'kustomization.yaml'), `resources:\n${resources.join('')}`);
  return { program: 'kubectl', args: ['kustomize', base] };
}
