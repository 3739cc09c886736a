#!/usr/bin/env node
// `npx cdk8s`: the CLI of cdk8s as it is installed, with two differences for a closed network and for speed. It does
// not look for a newer version of itself, unless it is told to; and what a synth never uses is loaded when it is used:
// code generators for five languages, among them a second TypeScript, which take half a second.
const Module = require('node:module');
const { join } = require('node:path');

process.env['CDK8S_CHECK_UPGRADE'] ??= 'false';

/** Modules of the CLI that generate code: for `cdk8s init`, and for `cdk8s import`. */
const USED_LATER = new Set([
  '../../import/dispatch',
  '../../import/k8s',
  '../upgrades',
  'ajv',
  'codemaker',
  'colors',
  'jsii-pacmak',
  'jsii-pacmak/lib/targets/version-utils',
  'jsii-srcmak',
  'json2jsii',
  'semver',
  'sscaff',
  'table',
]);

/**
 * The function behind every `require`, which node has no documented door to.
 *
 * @typedef {(request: string, parent: NodeJS.Module | undefined, isMain: boolean) => object} Load
 */

// eslint-disable-next-line typescript/no-unsafe-type-assertion -- the types of node leave it out
const loader = /** @type {Record<'_load', Load>} */ (/** @type {unknown} */ (Module));
const { _load: load } = loader;
loader['_load'] = (request, parent, isMain) => {
  const isOfCli = USED_LATER.has(request) && /[\\/]cdk8s-cli[\\/]lib[\\/]/.test(parent?.filename ?? '');
  const get = () => load.call(Module, request, parent, isMain);
  return isOfCli ? loadedOnUse(get) : get();
};

/**
 * @param {() => object} get
 * @returns {object} a module that is loaded when something of it is asked for
 */
function loadedOnUse(get) {
  return new Proxy(
    {},
    // All of them say so; without it, their importers would copy every member at once.
    {
      get: (_, member) => member === '__esModule' || Reflect.get(get(), member),
      has: (_, member) => Reflect.has(get(), member),
    },
  );
}

// As if node had been started with it, for the CLI looks there for its name and version.
process.argv[1] = join(__dirname, '..', 'node_modules', 'cdk8s-cli', 'bin', 'cdk8s');
Module.runMain();
