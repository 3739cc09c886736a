import { dataKeyProblems, MOST_DATA_BYTES } from '../references/data-keys';
import { alternatives } from '../fields/expectations';
import { Field } from '../fields/field';
import { problemAt } from '../fields/field-problems';
import type { FieldProblem } from '../fields/field-problems';
import { qualifiedKind } from '../references/qualified-kind';
import { refusalRule } from '../fields/refusal-rule';

/** The keys that a type asks for. */
interface SecretType {
  readonly keys: readonly string[];
  /** Whether one of them is enough. */
  readonly oneIsEnough?: boolean;
  /** Whether what is under them may not be empty. */
  readonly filled?: boolean;
  /** Whether what is under them is a JSON object. */
  readonly json?: boolean;
}

const TYPES: ReadonlyMap<string, SecretType> = new Map<string, SecretType>([
  ['kubernetes.io/dockercfg', { keys: ['.dockercfg'], json: true }],
  ['kubernetes.io/dockerconfigjson', { keys: ['.dockerconfigjson'], json: true }],
  ['kubernetes.io/basic-auth', { keys: ['username', 'password'], oneIsEnough: true }],
  ['kubernetes.io/ssh-auth', { keys: ['ssh-privatekey'], filled: true }],
  ['kubernetes.io/tls', { keys: ['tls.crt', 'tls.key'] }],
]);

const ACCOUNT_TOKEN = 'kubernetes.io/service-account-token';
const ACCOUNT_NAME = 'kubernetes.io/service-account.name';

/**
 * A Secret holds up to 1 MiB, under keys that can be names of files, and what its type asks for. No message shows a
 * value.
 *
 * @see kubernetes/kubernetes v1.27 pkg/apis/core/validation/validation.go, ValidateSecret
 */
export const apiSecretValid = refusalRule({
  id: 'api-secret-valid',
  summary: 'A Secret has the keys that its type asks for, and at most 1 MiB.',
  remedy: 'Make the Secret with kubectl create secret, which knows the keys of each type.',
  problemsIn: (manifest) => {
    if (qualifiedKind(manifest) !== 'Secret') return [];
    const root = Field.of(manifest);
    const [data, texts] = [root.at('data'), root.at('stringData')];
    const values = decodedValues(data, texts);
    const bytes = [...values.values()].reduce((sum, value) => sum + (value?.length ?? 0), 0);
    return [
      ...dataKeyProblems(data),
      ...dataKeyProblems(texts),
      ...(bytes > MOST_DATA_BYTES
        ? [problemAt(data, `has ${bytes} bytes of values; at most ${MOST_DATA_BYTES} are expected`)]
        : []),
      ...typeProblems(root, values),
    ];
  },
});

/** Returns what the keys hold, stringData before data, and undefined for what is of a wrong type. */
function decodedValues(data: Field, texts: Field): ReadonlyMap<string, Buffer | undefined> {
  const decode = (encoding: 'base64' | 'utf8') => (entry: readonly [string, Field]) => {
    const [key, { value, text }] = entry;
    const content = value === null ? '' : text;
    return [key, content === undefined ? undefined : Buffer.from(content, encoding)] as const;
  };
  return new Map([...data.entries.map(decode('base64')), ...texts.entries.map(decode('utf8'))]);
}

function typeProblems(root: Field, values: ReadonlyMap<string, Buffer | undefined>): readonly FieldProblem[] {
  const [type, annotation] = [root.at('type').text ?? '', root.at('metadata.annotations').entry(ACCOUNT_NAME)];
  if (type === ACCOUNT_TOKEN && (annotation.value ?? '') === '') {
    return [problemAt(annotation, 'is missing; a token has the name of its ServiceAccount')];
  }
  const { keys, oneIsEnough = false, filled = false, json = false } = TYPES.get(type) ?? { keys: [] };
  const missing = keys.filter((key) => !values.has(key) || (filled && values.get(key)?.length === 0));
  if (missing.length > (oneIsEnough ? keys.length - 1 : 0)) {
    return [
      problemAt(
        root.at('data'),
        `has no ${alternatives(missing)}; the type ${type} asks for ${keys.join(oneIsEnough ? ' or ' : ' and ')}`,
      ),
    ];
  }
  return keys
    .filter((key) => json && !isJsonObject(values.get(key)))
    .map((key) => problemAt(root.at('data').entry(key), `is no JSON object, which the type ${type} asks for`));
}

function isJsonObject(value: Buffer | undefined): boolean {
  if (value === undefined) return true;
  try {
    const parsed: unknown = JSON.parse(value.toString());
    return typeof parsed === 'object' && !Array.isArray(parsed);
  } catch {
    return false;
  }
}
