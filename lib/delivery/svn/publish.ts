import { Publication } from './publication';
import { PublicationRefused } from './publication-refused';
import type { PublishRequest, PublishTools } from './publish-request';
import { runSteps } from './step';
import { SvnError } from './svn-error';

/**
 * Publishes the files of an environment to `<url>/<environment>/` in SVN, in one commit.
 *
 * It keeps nothing anywhere but in SVN, so that one that was killed is simply started again: before the commit nothing
 * has happened, and after it there is nothing to do.
 *
 * @throws PublicationRefused if a rule, an image that was not tried, a change by hand or another publication stops it
 * @throws SvnError if SVN does not do its part
 */
export async function publish(request: PublishRequest, tools: PublishTools): Promise<void> {
  const { progress, result } = tools.output;
  const publication = new Publication(request, tools);
  try {
    await runSteps(publication.steps(), progress);
  } catch (error) {
    progress(`${publication.soFar}; no working copy is left`);
    throw asRefusal(error);
  }
  if (publication.isUnchanged) result(`nothing to do: SVN has ${request.environment.name} as it is to be\n`);
}

/** Another publication at the same time is a difference that was found, as a change by hand is. */
function asRefusal(error: unknown): unknown {
  if (!(error instanceof SvnError) || error.failure !== 'out-of-date') return error;
  return new PublicationRefused(error.message, error.remedy, { cause: error });
}
