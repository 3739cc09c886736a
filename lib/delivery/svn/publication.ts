import { rmSync } from 'node:fs';
import { childUrl } from './svn-url';
import { driftDiff, driftLine } from './drift-report';
import { environmentFolder, type EnvironmentFolder } from './environment-folder';
import { logMessage } from './log-message';
import { clusterFacts } from './publication-facts';
import { publicationPlan, type FolderInSvn, type PublicationPlan } from './publication-plan';
import { PublicationRefused } from './publication-refused';
import type { PublishRequest, PublishTools, YamlFiles } from './publish-request';
import { requireTriedImages, requireUnlocked, synthesizedFiles } from './publish-checks';
import { sourceText, trySourceRevision } from './source-revision';
import type { Step } from './step';
import { SvnError } from './svn-error';
import { makeTemporaryFolder } from './temporary-folder';
import { WorkingCopy } from './working-copy';

/** What of a publication is in SVN, in words that end a failed one. */
export type PublishedSoFar =
  | 'nothing was committed'
  | 'the folder was made and is empty; nothing else was committed'
  | 'whether it was committed is not established'
  | 'it was committed';

/** A working copy, and the folder that goes with it. */
interface CheckedOut {
  readonly temporary: string;
  readonly copy: WorkingCopy;
}

/** One publication of an environment's files to SVN, step by step. Whatever is in SVN was put there by one commit. */
export class Publication {
  soFar: PublishedSoFar = 'nothing was committed';
  private wanted: YamlFiles = new Map();
  private folder?: EnvironmentFolder;
  private checkedOut?: CheckedOut;
  private inSvn: FolderInSvn = { files: new Map() };
  private plan?: PublicationPlan;
  private overwritten: readonly string[] = [];

  constructor(
    private readonly request: PublishRequest,
    private readonly tools: PublishTools,
  ) {}

  /** Returns what is done, in its order. */
  steps(): readonly Step[] {
    const { environment, url } = this.request;
    const { name, production = false } = environment;
    const nothingDiffers = () => (required(this.plan).isEmpty ? 'SVN has everything as it is to be' : undefined);
    return [
      { title: `Synthesize ${name} and ask all rules`, do: () => this.synthesize() },
      {
        title: 'Compare the images with those of the test environment',
        skip: () => (production ? undefined : `${name} is not production`),
        do: () => requireTriedImages(this.request, this.wanted, this.tools.output),
      },
      { title: `Look at ${childUrl(url, name)}`, do: () => this.look() },
      {
        title: `Make ${childUrl(url, name)}`,
        skip: () => (required(this.folder).isThere ? 'it is there' : undefined),
        do: () => this.makeFolder(),
      },
      {
        title: 'Check out into a temporary working copy',
        do: () => this.checkOut(),
        undo: () => this.removeWorkingCopy(),
      },
      { title: 'Look for changes by hand', do: () => this.requireNoDrift() },
      { title: 'Write what differs into the working copy', skip: nothingDiffers, do: () => this.write() },
      { title: 'Commit', skip: nothingDiffers, do: () => this.commit() },
      { title: 'Remove the working copy', do: () => this.removeWorkingCopy() },
    ];
  }

  /** Whether SVN had everything as it is to be. */
  get isUnchanged(): boolean {
    return this.plan?.isEmpty === true;
  }

  private synthesize(): void {
    this.wanted = synthesizedFiles(this.request, this.tools.output);
  }

  private async look(): Promise<void> {
    const { url, environment } = this.request;
    this.folder = await environmentFolder(this.tools.svn, url, environment.name);
  }

  private async makeFolder(): Promise<void> {
    const { url, environment } = this.request;
    const message = `Make the folder of ${environment.name}`;
    await this.tools.svn.change(['mkdir', '--message', message, required(this.folder).url], { about: url });
    if (this.tools.svn.isRehearsal) return;
    this.soFar = 'the folder was made and is empty; nothing else was committed';
    await this.look();
  }

  private async checkOut(): Promise<void> {
    const { url, isThere, revision, files } = required(this.folder);
    const temporary = makeTemporaryFolder();
    const copy = new WorkingCopy(this.tools.svn, url, temporary);
    this.checkedOut = { temporary, copy };
    // In a rehearsal the folder may not be there, and nothing is in it then.
    if (isThere) this.inSvn = await copy.checkOut(revision, [...files.keys()]);
    this.plan = publicationPlan(this.wanted, this.inSvn);
  }

  private async requireNoDrift(): Promise<void> {
    const { environment, overwriteDrift } = this.request;
    const { drifts } = required(this.plan);
    if (drifts.length === 0) return;
    const source = {
      environment: environment.name,
      folder: required(this.folder),
      copy: required(this.checkedOut).copy,
      wanted: this.wanted,
      hashOf: (name: string) => this.inSvn.files.get(name)?.hash,
    };
    const lines = drifts.map((drift) => driftLine(drift, source));
    for (const drift of drifts) this.tools.output.result(await driftDiff(drift, source));
    if (!overwriteDrift) {
      const remedy = 'Bring the change into lib/, or publish with --overwrite-drift.';
      throw new PublicationRefused(lines.join('\n  '), remedy);
    }
    for (const line of lines) this.tools.output.progress(`overwriting: ${line}`);
    this.overwritten = lines;
  }

  private async write(): Promise<void> {
    requireUnlocked(required(this.plan), required(this.folder));
    await required(this.checkedOut).copy.apply(required(this.plan), this.wanted);
  }

  private async commit(): Promise<void> {
    const { environment, message, programFolder } = this.request;
    const { svn, run, output } = this.tools;
    const plan = required(this.plan);
    const text = logMessage({
      environment: environment.name,
      message,
      source: sourceText(await trySourceRevision(run, programFolder)),
      plan,
      ...clusterFacts(this.inSvn, this.wanted, plan, environment),
      overwritten: this.overwritten,
    });
    const revision = await this.commitAll(text);
    output.result(text);
    if (!svn.isRehearsal) output.result(`committed revision ${revision ?? 'of a number that svn did not say'}\n`);
  }

  private async commitAll(text: string): Promise<number | undefined> {
    try {
      const revision = await required(this.checkedOut).copy.commit(text);
      if (!this.tools.svn.isRehearsal) this.soFar = 'it was committed';
      return revision;
    } catch (error) {
      // The answer may have got lost on its way back; every other failure is a refusal by the server.
      const isOpen = !(error instanceof SvnError) || ['unknown', 'not-reachable'].includes(error.failure);
      if (isOpen) this.soFar = 'whether it was committed is not established';
      throw error;
    }
  }

  private removeWorkingCopy(): void {
    if (this.checkedOut !== undefined) rmSync(this.checkedOut.temporary, { recursive: true, force: true });
    this.checkedOut = undefined;
  }
}

/** Returns what an earlier step has found. */
function required<T>(found: T | undefined): T {
  if (found === undefined) throw new RangeError('a step of the publication was left out');
  return found;
}
