import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asObject, asText } from '../../validation/manifest';
import type { JsonObject } from '../../validation/manifest';
import { readKinds } from '../cluster/read-kinds';
import type { KubectlResult, RunKubectl } from '../load/run-kubectl';
import { aClusterObject } from './cluster-objects';

/** What a stand-in for kubectl says to the calls that have these words in them, one after the other. */
export interface StandInAnswer {
  /** @default every call */
  readonly to?: string;
  readonly stdout?: string;
  readonly stderr?: string;
  /** @default 0, or 1 where it writes to stderr */
  readonly status?: number;
  /** How long it takes. @default no time */
  readonly delayMillis?: number;
}

/** What kubectl 1.27 wrote to stderr when it was tried against a server of 1.27. */
export const SAID = {
  unauthorized: 'error: You must be logged in to the server (Unauthorized)\n',
  refused: 'The connection to the server 192.0.2.1 was refused - did you specify the right host or port?\n',
  noHost: 'Unable to connect to the server: dial tcp: lookup nosuch.invalid on 192.0.2.53:53: no such host\n',
  timeOut:
    'Unable to connect to the server: net/http: request canceled (Client.Timeout exceeded while awaiting headers)\n',
  certificate:
    'Unable to connect to the server: tls: failed to verify certificate: x509: certificate signed by unknown authority\n',
  noTls: 'Unable to connect to the server: tls: first record does not look like a TLS handshake\n',
  noContext: 'Error in configuration: context was not found for specified context: nope\n',
  noKubeconfig: 'error: stat /nope: no such file or directory\n',
  badKubeconfig: 'error: error loading config file "bad.yaml": yaml: line 1: did not find expected node content\n',
  noServer: 'The connection to the server localhost:8080 was refused - did you specify the right host or port?\n',
  notJson: `${"E1123 07:22:47.495121    4905 memcache.go:265] couldn't get current server API group list: invalid character '<' looking for beginning of value\n".repeat(5)}error: invalid character '<' looking for beginning of value\n`,
  noNamespace: 'Error from server (NotFound): namespaces "nope" not found\n',
  noPrevious:
    'Error from server (BadRequest): previous terminated container "web" in pod "web-5d4f8c7b9d-x2x4z" not found\n',
} as const;

/** What kubectl says of a resource that the token may not read; to stdout it writes an empty List all the same. */
export function forbidden(resource: string): string {
  return `Error from server (Forbidden): ${resource} is forbidden: User "system:serviceaccount:znyw-prod:reader" cannot list resource "${resource.split('.')[0]}" in API group "" in the namespace "znyw-prod"\n`;
}

/** Returns answers with these objects for whatever is asked, kind by kind, the namespace `znyw-prod` among them. */
export function answersWith(objects: readonly JsonObject[]): readonly StandInAnswer[] {
  const namespace = aClusterObject('v1', 'Namespace', { name: 'znyw-prod', namespace: '' });
  return [
    { to: 'get --raw /api/v1/namespaces/', stdout: JSON.stringify(namespace) },
    { to: 'get secrets', stdout: secretLines(objects) },
    { to: 'get pods --all-namespaces', stdout: '' },
    ...readKinds.map(({ resource, kind }) => ({
      to: `get ${resource} `,
      stdout: JSON.stringify({ kind: 'List', apiVersion: 'v1', items: objects.filter((one) => one['kind'] === kind) }),
    })),
    { to: 'logs ', stdout: '' },
  ];
}

/** Returns a kubectl that answers so, the first answer to a call counting; what nothing answers, it takes for a bug. */
export function standInKubectl(answers: readonly StandInAnswer[]): RunKubectl {
  return (args) => {
    const call = args.join(' ');
    const answer = answers.find(({ to = '' }) => call.includes(to));
    if (answer === undefined) throw new Error(`nothing answers ${call}`);
    return Promise.resolve(resultOf(answer));
  };
}

/** Puts such a kubectl into a folder, as a program; it writes its calls to the file `calls` there. */
export function installStandInKubectl(folder: string, answers: readonly StandInAnswer[]): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'answers.json'), JSON.stringify(answers));
  writeFileSync(
    join(folder, 'kubectl'),
    `#!${process.execPath}\nconst folder = ${JSON.stringify(folder)};\n${PROGRAM}`,
  );
  chmodSync(join(folder, 'kubectl'), 0o755);
}

const PROGRAM = `
const { appendFileSync, readFileSync, writeSync } = require('node:fs');
const call = process.argv.slice(2).join(' ');
appendFileSync(folder + '/calls', call + '\\n');
const answers = JSON.parse(readFileSync(folder + '/answers.json', 'utf8'));
const { stdout = '', stderr = '', status, delayMillis = 0 } = answers.find(({ to = '' }) => call.includes(to)) ?? { stderr: 'nothing answers' };
setTimeout(() => {
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  process.exitCode = status ?? (stderr === '' ? 0 : 1);
}, delayMillis);
`;

function resultOf({ stdout = '', stderr = '', status = stderr === '' ? 0 : 1 }: StandInAnswer): KubectlResult {
  return { status, stdout, stderr };
}

function secretLines(objects: readonly JsonObject[]): string {
  return objects
    .filter(({ kind }) => kind === 'Secret')
    .map(({ metadata, type, data }) => {
      const { name, uid, creationTimestamp } = asObject(metadata);
      return `${[name, type, uid, creationTimestamp]
        .map(asText)
        .concat(Object.keys(asObject(data)))
        .join('\t')}\n`;
    })
    .join('');
}
