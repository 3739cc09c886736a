import { aCloud } from '../../validation/testing/manifest-builders';
import { publish } from './publish';
import type { PublishRequest } from './publish-request';
import type { RunProgram } from './run-program';
import { SvnClient } from './svn-client';
import type { SvnAccess } from './svn-client';
import { svnUrl } from './svn-url';
import type { TestRepository } from './testing-repository';

/** What a test says of a publication; the rest is the environment `test` with no files. */
export interface PublicationParts extends Partial<Omit<PublishRequest, 'synthesize'>> {
  readonly files?: Readonly<Record<string, string>>;
  readonly synthesize?: PublishRequest['synthesize'];
  readonly access?: SvnAccess;
  readonly dryRun?: boolean;
  readonly run?: RunProgram;
}

/** What a publication showed. */
export interface Shown {
  readonly result: string;
  readonly progress: string;
  /** What it threw. @default nothing: it came to its end */
  readonly error?: unknown;
}

/** Publishes to a repository of a test. */
export async function publishTo(repository: TestRepository, parts: PublicationParts): Promise<Shown> {
  const { files = {}, access, dryRun = false, run = repository.run, ...rest } = parts;
  const request: PublishRequest = {
    environment: { name: 'test', namespace: 'znyw-test', cloud: aCloud() },
    url: svnUrl(repository.url),
    overwriteDrift: false,
    programFolder: repository.root,
    synthesize: () => ({ files: new Map(Object.entries(files)), warnings: [] }),
    tested: () => [],
    ...rest,
  };
  let result = '';
  let progress = '';
  const rehearse = dryRun ? (line: string) => void (result += `[dry run] ${line}\n`) : undefined;
  const svn = new SvnClient(run, request.url, access, rehearse);
  const output = {
    result: (text: string) => void (result += text),
    progress: (line: string) => void (progress += `${line}\n`),
  };
  try {
    await publish(request, { svn, run, output });
    return { result, progress };
  } catch (error) {
    return { result, progress, error };
  }
}

/** Returns a file with one Deployment. */
export function aFileOf(name: string, image: string): string {
  return `# made for a test
apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  namespace: znyw-test
spec:
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec:
      containers:
        - name: ${name}
          image: ${image}
          resources:
            requests: { cpu: 500m, memory: 1Gi }
            limits: { cpu: 500m, memory: 1Gi }
`;
}
