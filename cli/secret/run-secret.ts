import { generatedSecret } from '../../lib/delivery/secrets/generated-secret';
import { pullSecret } from '../../lib/delivery/secrets/pull-secret';
import { secretList } from '../../lib/delivery/secrets/secret-list';
import { secretListJson, secretListText } from '../../lib/delivery/secrets/secret-list-text';
import { secretYaml } from '../../lib/delivery/secrets/secret-object';
import type { SecretObject } from '../../lib/delivery/secrets/secret-object';
import { builtEnvironment } from '../built-environment';
import type { BuiltEnvironment } from '../built-environment';
import type { CommandInput } from '../command-input';
import { exitCode } from '../exit-code';
import type { ExitCode } from '../exit-code';
import { secret } from '../secret';
import { outputOf, requireOwnOptions } from '../subcommand';
import type { Terminal } from '../terminal';
import { unknownName, UsageError } from '../usage-error';
import { outsideSecretUses } from './outside-secret-uses';
import { registryLogin } from './registry-login';

/** The words of the command, with the options of each. */
const OPTIONS = {
  list: ['environment', 'output'],
  registry: ['environment', 'username', 'from-docker-config'],
  generate: ['environment'],
} as const;

/** Does the work of `znyw secret`. */
export async function runSecret(input: CommandInput, terminal: Terminal): Promise<ExitCode> {
  const [word = '', ...words] = input.words;
  if (word === '') throw new UsageError(`a word is missing behind "secret"; known: ${Object.keys(OPTIONS).join(', ')}`);
  if (!isKnown(word)) throw unknownName('word', word, Object.keys(OPTIONS));
  requireOwnOptions(input, { words: `secret ${word}`, options: OPTIONS[word] }, Object.keys(secret.options));
  requireWords(word, words);
  const environment = builtEnvironment(input.tryValue('environment'));
  if (word === 'list') list(environment, input, terminal);
  else if (word === 'registry') await registry(environment, input, terminal);
  else generate(environment, words[0] ?? '', terminal);
  return exitCode.fine;
}

function list(built: BuiltEnvironment, input: CommandInput, terminal: Terminal): void {
  const write = outputOf(input) === 'json' ? secretListJson : secretListText;
  terminal.out(write(listed(built), built.environment.name));
}

async function registry({ environment }: BuiltEnvironment, input: CommandInput, terminal: Terminal): Promise<void> {
  requireReader(terminal, 'kubectl apply -f -');
  const { registry: dtr, namespace } = environment;
  print(pullSecret(dtr.pullSecret, namespace, await registryLogin(input, dtr.host, terminal)), terminal);
}

function generate(built: BuiltEnvironment, name: string, terminal: Terminal): void {
  const secrets = listed(built);
  const found = secrets.find((candidate) => candidate.name === name);
  const names = secrets.map((known) => known.name);
  if (found === undefined) throw unknownName('Secret', name, names);
  const made = generatedSecret(found, built.environment.name);
  requireReader(terminal, 'kubectl create -f -');
  print(made, terminal);
}

function listed({ environment, manifests }: BuiltEnvironment) {
  return secretList(manifests, outsideSecretUses(environment));
}

/** On a terminal, values stay in its history, and before whoever stands behind. */
function requireReader({ isTerminal }: Terminal, reader: string): void {
  if (!isTerminal) return;
  throw new UsageError('the values would be shown on the terminal', `Hand them to the cluster: add "| ${reader}".`);
}

/** The one place where values leave this program. */
function print(object: SecretObject, terminal: Terminal): void {
  terminal.out(secretYaml(object));
}

function requireWords(word: keyof typeof OPTIONS, words: readonly string[]): void {
  const expected = word === 'generate' ? ['<name>'] : [];
  if (words.length === expected.length) return;
  const given = words.length === 0 ? 'nothing' : `"${words.join(' ')}"`;
  throw new UsageError(`${given} follows "secret ${word}"; expected: ${expected.join(' ') || 'nothing'}`);
}

function isKnown(word: string): word is keyof typeof OPTIONS {
  return Object.hasOwn(OPTIONS, word);
}
