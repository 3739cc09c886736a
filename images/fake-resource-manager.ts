import { once } from 'node:events';
import { createServer } from 'node:http';

/** An application as a test describes it. */
export interface FakeApplication {
  readonly id: string;
  readonly tags: readonly string[];
  state: string;
  finalStatus: string;
}

/** What stands in for the REST API of a resource manager of YARN. */
export interface FakeResourceManager {
  readonly url: string;
  readonly applications: FakeApplication[];
  /** Paths and queries that it was asked, in order. */
  readonly asked: readonly string[];
  /** Answers everything so, instead of as an active resource manager. */
  answerWith?: { readonly status: number; readonly body: string };
}

/** Runs a test with a resource manager. Its answers have the form of Hadoop 3.3. */
export async function withResourceManager(use: (manager: FakeResourceManager) => Promise<void>): Promise<void> {
  const asked: string[] = [];
  const applications: FakeApplication[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const { status, body } = manager.answerWith ?? answer(applications, request.url ?? '');
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const manager: FakeResourceManager = { url: `http://127.0.0.1:${port}`, applications, asked };
  try {
    await use(manager);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

function answer(applications: readonly FakeApplication[], url: string) {
  const { pathname, searchParams } = new URL(url, 'http://manager');
  const one = /^\/ws\/v1\/cluster\/apps\/(.+)$/.exec(pathname);
  if (one) {
    const found = applications.find(({ id }) => id === one[1]);
    const unknown = {
      RemoteException: { exception: 'NotFoundException', message: `app with id: ${one[1]} not found` },
    };
    return found
      ? { status: 200, body: JSON.stringify({ app: detailsOf(found) }) }
      : { status: 404, body: JSON.stringify(unknown) };
  }
  const tag = searchParams.get('applicationTags') ?? '';
  const states = searchParams.get('states')?.split(',') ?? [];
  const found = applications.filter(({ tags, state }) => tags.includes(tag) && states.includes(state));
  return { status: 200, body: JSON.stringify({ apps: found.length > 0 ? { app: found.map(detailsOf) } : null }) };
}

function detailsOf({ id, tags, state, finalStatus }: FakeApplication) {
  return {
    id,
    user: 'znyw-stream',
    // A name is free text: it must not be taken for an id.
    name: 'a "id":"application_0_0" job',
    queue: 'znyw',
    state,
    finalStatus,
    applicationTags: tags.join(','),
    diagnostics: '"state":"FAILED" before',
    amContainerLogs: `http://node1:8042/node/containerlogs/container_${id}_01`,
  };
}
