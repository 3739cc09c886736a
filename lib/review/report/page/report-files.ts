import type { ReportModel } from '../report-model';
import { reportPage } from './report-page';
import { reportPictures } from './report-pictures';
import type { EnvironmentPictures, Picture } from './report-pictures';

/**
 * Returns the files of a report, by name: the page, and each of its pictures in English (`prod-focus.svg`) and Chinese
 * (`prod-focus.zh.svg`).
 *
 * @param progress is told what is done next
 */
export async function reportFiles(
  model: ReportModel,
  progress: (what: string) => void = () => undefined,
): Promise<ReadonlyMap<string, string>> {
  const pictures = await reportPictures(model, progress);
  const files = new Map([['index.html', reportPage(model, pictures)]]);
  for (const picture of pictures.flatMap(picturesOf)) {
    files.set(`${picture.name}.svg`, picture.draw('en', false));
    files.set(`${picture.name}.zh.svg`, picture.draw('zh', false));
  }
  return files;
}

function picturesOf({ architecture, images, placements, quota }: EnvironmentPictures): readonly Picture[] {
  return [...architecture, images, ...placements, ...(quota === undefined ? [] : [quota])];
}
