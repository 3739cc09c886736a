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

/** A key of a ConfigMap that is the name of a file, and not that of a variable. */
const FILE_NAME =
  /\.(?:ya?ml|json|conf|cnf|cfg|ini|properties|env|txt|sh|xml|sql|html?|js|css|md|toml|te?mpl|tpl|lua|py)$/i;

/** A flag whose value, in the next word, is a secret. */
const SECRET_FLAG = /^--?[\w-]*(?:password|passwd|auth-token|api-?key|requirepass|masterauth)$/i;

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
    return [
      ...manifests.flatMap((manifest) => {
        const kind = qualifiedKind(manifest);
        if (kind === 'Secret') return secretProblems(manifest);
        return kind === 'ConfigMap' ? configMapProblems(manifest, secrets) : [];
      }),
      ...workloadsAmong(manifests).flatMap((workload) => workloadProblems(workload, secrets)),
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

function configMapProblems(manifest: Manifest, secrets: ReadonlySet<string>): readonly Problem[] {
  const texts = Object.entries(asObject(manifest.json['data'])).flatMap(([key, value]) => {
    const [field, text] = [`data[${key}]`, asText(value)];
    const isVariable = !FILE_NAME.test(key) && !text.trim().includes('\n');
    return isVariable ? variableProblems(manifest, field, key, text, secrets) : textProblems(manifest, field, text);
  });
  const files = Object.entries(asObject(manifest.json['binaryData'])).flatMap(([key, value]) =>
    textProblems(manifest, `binaryData[${key}]`, Buffer.from(asText(value), 'base64').toString('latin1')),
  );
  return [...texts, ...files];
}

function workloadProblems(workload: WorkloadManifest, others: ReadonlySet<string>): readonly Problem[] {
  const { manifest, containers } = workload;
  const referred = podReferences(workload).flatMap(({ kind, name }) => (kind === 'Secret' ? [name] : []));
  const secrets = new Set([...others, ...referred]);
  return containers.flatMap(({ path, json }) => [
    ...asList(json['env']).flatMap((item, index) => {
      const name = asText(asObject(item)['name']);
      const field = `${path}.env[${name === '' ? index : name}].value`;
      return variableProblems(manifest, field, name, asText(asObject(item)['value']), secrets);
    }),
    ...['command', 'args'].flatMap((part) =>
      words(json, part).flatMap((word, index) => textProblems(manifest, `${path}.${part}[${index}]`, word)),
    ),
  ]);
}

function variableProblems(
  manifest: Manifest,
  field: string,
  name: string,
  value: string,
  secrets: ReadonlySet<string>,
): readonly Problem[] {
  // The value of a variable such as TLS_SECRET may be the name of a Secret.
  if (!namesSecret(name) || !isLiteralValue(value) || secrets.has(value)) return textProblems(manifest, field, value);
  return [{ manifest, field, message: 'has a literal value; a reference to a Secret is expected' }];
}

function textProblems(manifest: Manifest, field: string, text: string): readonly Problem[] {
  const [first, ...more] = secretTraces(text);
  if (first === undefined) return [];
  const place = text.includes('\n') ? ` in line ${first.line}` : '';
  const rest = more.length === 0 ? '' : `, and ${more.length} more of the kind`;
  return [{ manifest, field, message: `holds ${first.what}${place}${rest}; a reference to a Secret is expected` }];
}

/** Returns the words of a command, the value of a flag together with its flag, as in `--password=x`. */
function words(container: JsonObject, part: string): readonly string[] {
  const written = asList(container[part]).map((item) => asText(item));
  return written.map((word, index) => {
    const flag = written[index - 1] ?? '';
    return SECRET_FLAG.test(flag) && !word.startsWith('-') ? `${flag}=${word}` : word;
  });
}

function secretNames(manifests: readonly Manifest[], { outside = [] }: RuleEnvironment): ReadonlySet<string> {
  const inside = manifests.filter((manifest) => qualifiedKind(manifest) === 'Secret').map(nameOf);
  return new Set(
    [...inside, ...outside.flatMap(({ kind, name }) => (kind === 'Secret' ? [name] : []))].filter(Boolean),
  );
}
