import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { asObject, objectId } from '../../validation/manifest';
import type { JsonObject } from '../../validation/manifest';
import { readKinds } from '../cluster/read-kinds';
import type { ReadKind } from '../cluster/read-kinds';

/** How a stand-in for an API server answers. */
export interface ApiServerParts {
  readonly objects: readonly JsonObject[];
  /** Plurals that the token may not read. @default none */
  readonly forbidden?: readonly string[];
  /** Whether it accepts the token. @default true */
  readonly accepts?: boolean;
  /** Whether it takes a connection and never answers. @default false */
  readonly isSilent?: boolean;
  /** The log of each container, and that of the run before. @default empty */
  readonly log?: (isPrevious: boolean) => string;
}

/**
 * Starts as much of an API server as kubectl needs to list, so that what is asked of a real kubectl is tried: it has a
 * discovery, lists of one namespace, and logs.
 *
 * @returns the server, listening on a free port of this machine
 */
export function startApiServer(parts: ApiServerParts): Promise<Server> {
  const server = createServer((request, response) => {
    if (parts.isSilent !== true) answer(request, response, parts);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}

function answer({ url = '' }: IncomingMessage, response: ServerResponse, parts: ApiServerParts): void {
  const { pathname, searchParams } = new URL(url, 'http://api');
  if (parts.accepts === false) return refuse(response, 401, 'Unauthorized', 'Unauthorized');
  const log = /\/pods\/[^/]+\/log$/.test(pathname);
  if (log) return void response.end(parts.log?.(searchParams.get('previous') === 'true') ?? '');
  const found = tryDiscovery(pathname) ?? tryList(pathname, parts);
  if (found === 'forbidden')
    return refuse(response, 403, 'Forbidden', `${pathname} is forbidden: User "reader" may not`);
  if (found === undefined) return refuse(response, 404, 'NotFound', 'the server could not find the requested resource');
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify(found));
}

function refuse(response: ServerResponse, code: number, reason: string, message: string): void {
  response.writeHead(code, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify({ kind: 'Status', apiVersion: 'v1', status: 'Failure', message, reason, code }));
}

/** The version in which each group has its kinds. */
const VERSIONS: Readonly<Record<string, string>> = { autoscaling: 'v2' };

function groupOf({ plural, resource }: ReadKind): string {
  return resource.slice(plural.length + 1);
}

function pathOf(group: string): string {
  return group === '' ? '/api/v1' : `/apis/${group}/${VERSIONS[group] ?? 'v1'}`;
}

function tryDiscovery(path: string): JsonObject | undefined {
  const groups = [...new Set(readKinds.map(groupOf))].filter((group) => group !== '');
  if (path === '/api') return { kind: 'APIVersions', versions: ['v1'], serverAddressByClientCIDRs: [] };
  if (path === '/apis') {
    const version = (group: string) => ({
      groupVersion: pathOf(group).slice('/apis/'.length),
      version: VERSIONS[group] ?? 'v1',
    });
    const listed = groups.map((name) => ({ name, versions: [version(name)], preferredVersion: version(name) }));
    return { kind: 'APIGroupList', apiVersion: 'v1', groups: listed };
  }
  const kinds = readKinds.filter((kind) => pathOf(groupOf(kind)) === path);
  if (kinds.length === 0) return undefined;
  const resources = kinds.map(({ plural, kind, clusterWide = false }) => ({
    name: plural,
    singularName: kind.toLowerCase(),
    namespaced: !clusterWide,
    kind,
    verbs: ['get', 'list'],
  }));
  return { kind: 'APIResourceList', apiVersion: 'v1', groupVersion: path.replace(/^\/apis?\//, ''), resources };
}

function tryList(path: string, { objects, forbidden = [] }: ApiServerParts): JsonObject | 'forbidden' | undefined {
  const [, group = '', rest = ''] = /^(\/api\/v1|\/apis\/[^/]+\/[^/]+)\/(.+)$/.exec(path) ?? [];
  const [plural, name] = rest.replace(/^namespaces\/[^/]+\/(?=.)/, '').split('/');
  const kind = readKinds.find((one) => one.plural === plural && pathOf(groupOf(one)) === group);
  if (kind === undefined) return undefined;
  if (forbidden.includes(kind.plural)) return 'forbidden';
  const namespace = /^namespaces\/([^/]+)\/./.exec(rest)?.[1];
  const ofKind = objects.filter(
    (object) =>
      object['kind'] === kind.kind && [undefined, asObject(object['metadata'])['namespace']].includes(namespace),
  );
  if (name !== undefined) return ofKind.find((json) => objectId({ json, file: '' }).endsWith(`/${name}`));
  // As the API server: the items of a list do not say what they are.
  const items = ofKind.map((object) => ({ ...object, kind: undefined, apiVersion: undefined }));
  return { kind: `${kind.kind}List`, apiVersion: ofKind[0]?.['apiVersion'] ?? 'v1', metadata: {}, items };
}
