import { OperatorError } from '../../operator-error';
import type { Progress } from '../../progress';
import type { SvnClient } from '../svn/svn-client';
import type { ListedImage } from './listed-image';
import { localArchives } from './local-archives';
import type { ArchiveProblem } from './local-archives';
import { pushPlan } from './push-plan';
import type { PushPlan } from './push-plan';
import { CHECKSUM, storedArchives } from './stored-archives';

/** What to send, from where to where. */
export interface PushRequest {
  /** The images of one environment. */
  readonly images: readonly ListedImage[];
  /** The folder of the archives on this machine, as an absolute path. */
  readonly folder: string;
  /** The folder of the archives in SVN, which is there. */
  readonly url: string;
}

/** What a push is done with. */
export interface PushTools {
  /** Looks into SVN. */
  readonly svn: SvnClient;
  /** Commits without a working copy, of which one of archives would take three times their space. Runs svnmucc. */
  readonly svnmucc: SvnClient;
  readonly output: {
    readonly result: (text: string) => void;
    /** Shows a line that stays. */
    readonly warning: (line: string) => void;
    readonly progress: Progress;
  };
}

/**
 * Sends archives to SVN, in one commit: those that it has not, or has in another content.
 *
 * @returns what is wrong; if that is anything, nothing was sent
 * @throws OperatorError if SVN or the folder cannot be read, or SVN refuses
 */
export async function pushImages(request: PushRequest, tools: PushTools): Promise<readonly ArchiveProblem[]> {
  const { images, folder, url } = request;
  const { svn, output } = tools;
  // Before the long reading: a wrong URL or password is to be known at once.
  const { revision, archives } = await storedArchives(svn, url);
  const local = await localArchives(folder, images, output.progress);
  const plan = pushPlan(images, local, archives);
  if (plan.problems.length > 0) return plan.problems;
  output.result(planText(plan));
  for (const { archive } of plan.sent.filter(({ isCompressed }) => isCompressed)) {
    // Tried with skopeo 1.9.3: "loading tar component manifest.json: unexpected EOF".
    output.warning(`warning archive ${archive}: is compressed with gzip, which the skopeo of Debian 12 cannot load`);
  }
  if (plan.sent.length > 0) await commit(plan, revision, request, tools);
  return [];
}

async function commit(plan: PushPlan, revision: number, request: PushRequest, tools: PushTools): Promise<void> {
  const { folder, url } = request;
  const { svnmucc, output } = tools;
  const actions = plan.sent.flatMap(({ archive, sha256 }) => {
    const target = `${url}/${encodeURIComponent(archive)}`;
    return ['put', archive, target, 'propset', CHECKSUM, sha256, target];
  });
  const message = ['Images', ...plan.sent.map(({ archive, sha256 }) => `${archive} ${sha256}`)].join('\n');
  // The revision that was looked at, so that SVN refuses this if somebody else sent one of them meanwhile. The names are
  // relative, as svn reads no others in a folder whose name the locale cannot write.
  const args = ['--revision', `${revision}`, '--message', message, ...actions];
  if (!svnmucc.isRehearsal) {
    output.progress(() => ({ en: `sending archives to ${url}`, zh: `正在发送镜像包到 ${url}` }), true);
  }
  const printed = await svnmucc.change(args, { cwd: folder });
  if (svnmucc.isRehearsal) return;
  const committed = /\br(\d+) committed\b/.exec(printed)?.[1];
  if (committed === undefined) {
    throw new OperatorError('svnmucc did not say which revision it committed', `Look with: svn log --limit 1 ${url}`);
  }
  output.result(`committed revision ${committed} to ${url}\n`);
}

function planText({ sent, same, kept }: PushPlan): string {
  const lines = [
    ...sent.map(
      ({ archive, bytes, replaces }) =>
        `to send: ${archive}, ${bytes} bytes${replaces ? ', in place of another in SVN' : ''}`,
    ),
    ...same.map((archive) => `the same in SVN: ${archive}`),
    ...kept.map((archive) => `in SVN only, not compared: ${archive}`),
    ...(sent.length === 0 ? ['nothing to send'] : []),
  ];
  return `${lines.join('\n')}\n`;
}
