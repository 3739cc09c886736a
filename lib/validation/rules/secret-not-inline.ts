import { isLiteralValue } from '../secrets/literal-value';
import { asList, asObject, asText } from '../manifest';
import type { JsonObject, Manifest } from '../manifest';
import { listed, nameOf } from '../references/named-objects';
import { podReferences } from '../references/pod-references';
import { workloadsAmong } from '../pods/pods';
import type { WorkloadManifest } from '../pods/pods';
import { qualifiedKind } from '../references/qualified-kind';
import type { Problem, Rule, RuleEnvironment } from '../rule';
import { namesSecret } from '../secrets/secret-names';
import { secretTraces } from '../secrets/secret-traces';

/** What a key of a ConfigMap ends with that is the name of a file, and not that of a variable. */
const FILE_ENDS =
  'yaml yml json conf cnf cfg ini properties env txt sh xml sql htm html js css md toml tmpl templ tpl lua py';
const FILE_EXTENSIONS: ReadonlySet<string> = new Set(FILE_ENDS.split(' '));

/** Tells whether a text is the name of a Secret. */
type IsSecret = (text: string) => boolean;

/** What a flag ends with whose value, in the next word, is a secret. */
const SECRET_FLAG_ENDS = ['password', 'passwd', 'auth-token', 'apikey', 'api-key', 'requirepass', 'masterauth'];

/**
 * What is in the YAML is in SVN, for everybody who may read there and for ever. No message repeats a value.
 */
export const secretNotInline: Rule = {
  id: 'secret-not-inline',
  class: 'policy',
  severity: 'error',
  summary: 'No Secret with data, no password and no private key stands in the YAML.',
  remedy: 'Make a Secret outside the YAML and refer to it by name, then change what has been written down.',
  check: (manifests, environment) => {
    const secrets = secretNames(manifests, environment);
    const isSecret: IsSecret = (text) => secrets.has(text);
    return [
      ...manifests.flatMap((manifest) => {
        const kind = qualifiedKind(manifest);
        if (kind === 'Secret') return secretProblems(manifest);
        return kind === 'ConfigMap' ? configMapProblems(manifest, isSecret) : [];
      }),
      ...workloadsAmong(manifests).flatMap((workload) => workloadProblems(workload, isSecret)),
    ];
  },
};

function secretProblems(manifest: Manifest): readonly Problem[] {
  return ['data', 'stringData'].flatMap((field) => {
    const values = Object.entries(asObject(manifest.json[field])).filter(([, value]) => asText(value) !== '');
    if (values.length === 0) return [];
    const keys = listed(values.map(([key]) => key));
    return [{ manifest, field, message: `holds the value of ${keys}; a Secret is made outside the YAML` }];
  });
}

function configMapProblems(manifest: Manifest, isSecret: IsSecret): readonly Problem[] {
  const problems: Problem[] = [];
  for (const [key, value] of Object.entries(asObject(manifest.json['data']))) {
    const text = asText(value);
    const isVariable = !isFileName(key) && !text.trim().includes('\n');
    const message = isVariable ? variableFault(key, text, isSecret) : textFault(text);
    if (message !== undefined) problems.push({ manifest, field: `data[${key}]`, message });
  }
  for (const [key, value] of Object.entries(asObject(manifest.json['binaryData']))) {
    const message = textFault(Buffer.from(asText(value), 'base64').toString('latin1'));
    if (message !== undefined) problems.push({ manifest, field: `binaryData[${key}]`, message });
  }
  return problems;
}

function workloadProblems(workload: WorkloadManifest, others: IsSecret): readonly Problem[] {
  const { manifest, containers } = workload;
  const problems: Problem[] = [];
  let referred: ReadonlySet<string> | undefined;
  const isSecret: IsSecret = (text) => {
    referred ??= new Set(podReferences(workload).flatMap(({ kind, name }) => (kind === 'Secret' ? [name] : [])));
    return others(text) || referred.has(text);
  };
  for (const { path, json } of containers) {
    for (const [index, item] of asList(json['env']).entries()) {
      const { name: written, value } = asObject(item);
      const name = asText(written);
      const message = variableFault(name, asText(value), isSecret);
      if (message === undefined) continue;
      problems.push({ manifest, field: `${path}.env[${name === '' ? index : name}].value`, message });
    }
    for (const part of ['command', 'args']) {
      for (const [index, word] of words(json, part).entries()) {
        const message = textFault(word);
        if (message !== undefined) problems.push({ manifest, field: `${path}.${part}[${index}]`, message });
      }
    }
  }
  return problems;
}

/** Returns what is wrong with the value of a variable or setting. */
function variableFault(name: string, value: string, isSecret: IsSecret): string | undefined {
  if (value === '') return undefined;
  // The value of a variable such as TLS_SECRET may be the name of a Secret.
  if (!namesSecret(name) || !isLiteralValue(value) || isSecret(value)) return textFault(value);
  return 'has a literal value; a reference to a Secret is expected';
}

/** Returns what is wrong with a text. */
function textFault(text: string): string | undefined {
  const [first, ...more] = secretTraces(text);
  if (first === undefined) return undefined;
  const place = text.includes('\n') ? ` in line ${first.line}` : '';
  const rest = more.length === 0 ? '' : `, and ${more.length} more of the kind`;
  return `holds ${first.what}${place}${rest}; a reference to a Secret is expected`;
}

/** Returns the words of a command, the value of a flag together with its flag, as in `--password=x`. */
function words(container: JsonObject, part: string): readonly string[] {
  const written = asList(container[part]).map((item) => asText(item));
  return written.map((word, index) => {
    const flag = written[index - 1] ?? '';
    return isSecretFlag(flag) && !word.startsWith('-') ? `${flag}=${word}` : word;
  });
}

function isFileName(key: string): boolean {
  const dot = key.lastIndexOf('.');
  return dot !== -1 && FILE_EXTENSIONS.has(key.slice(dot + 1).toLowerCase());
}

function isSecretFlag(word: string): boolean {
  if (!word.startsWith('-')) return false;
  const flag = word.toLowerCase();
  return SECRET_FLAG_ENDS.some((end) => flag.endsWith(end)) && /^[\w-]*$/.test(word);
}

function secretNames(manifests: readonly Manifest[], { outside = [] }: RuleEnvironment): ReadonlySet<string> {
  const inside = manifests.filter((manifest) => qualifiedKind(manifest) === 'Secret').map(nameOf);
  return new Set(
    [...inside, ...outside.flatMap(({ kind, name }) => (kind === 'Secret' ? [name] : []))].filter(Boolean),
  );
}
