import { render } from '../lib/app/rendering';
import { ruleEnvironment } from '../lib/app/rule-environment';
import { prod } from '../lib/environments/prod';
import { buildReportModel } from '../lib/review/report/model/build-report-model';
import { reportPictures } from '../lib/review/report/page/report-pictures';
import { build } from '../lib/app/build-app';

/** The pictures of production that README shows: `focus`, `anomaly` and where the Pods stand. */
const SHOWN: ReadonlySet<string> = new Set(['focus', 'anomaly', 'placement']);

/**
 * Returns the pictures of README by file name, in English and Chinese: drawn from the objects, so that they are true.
 */
export async function documentPictures(): Promise<ReadonlyMap<string, string>> {
  const { manifests } = render(build(prod));
  const model = buildReportModel([{ name: prod.name, environment: ruleEnvironment(prod), manifests }]);
  const files = new Map<string, string>();
  for (const { architecture, placements } of await reportPictures(model)) {
    for (const picture of [...architecture, ...placements]) {
      const name = picture.name.slice(`${prod.name}-`.length);
      if (!SHOWN.has(name)) continue;
      files.set(`${name}.svg`, picture.draw('en', false));
      files.set(`${name}.zh.svg`, picture.draw('zh', false));
    }
  }
  return files;
}
