import { grouped, noProgress } from '../../../progress';
import type { Progress } from '../../../progress';
import type { ReportModel } from '../report-model';
import { reportPage } from './report-page';
import { reportPictures } from './report-pictures';
import type { EnvironmentPictures, Picture } from './report-pictures';

/** More are drawn in the time in which somebody wonders. */
const MANY_PICTURES = 30;

/**
 * Returns the files of a report, by name: the page, and each of its pictures in English (`prod-focus.svg`) and Chinese
 * (`prod-focus.zh.svg`).
 *
 * @param progress is told what is done next
 */
export async function reportFiles(
  model: ReportModel,
  progress: Progress = noProgress,
): Promise<ReadonlyMap<string, string>> {
  const pictures = await reportPictures(model, progress);
  const drawn = pictures.flatMap(picturesOf);
  progress(
    () => ({ en: `drawing ${grouped(drawn.length)} pictures`, zh: `正在绘制 ${grouped(drawn.length)} 张图片` }),
    drawn.length > MANY_PICTURES,
  );
  const files = new Map([['index.html', reportPage(model, pictures)]]);
  for (const [index, picture] of drawn.entries()) {
    progress(() => ({
      en: `drawing ${grouped(index)} of ${grouped(drawn.length)} pictures`,
      zh: `正在绘制图片 ${grouped(index)} / ${grouped(drawn.length)}`,
    }));
    files.set(`${picture.name}.svg`, picture.draw('en', false));
    files.set(`${picture.name}.zh.svg`, picture.draw('zh', false));
  }
  return files;
}

function picturesOf({ architecture, images, placements, quota }: EnvironmentPictures): readonly Picture[] {
  return [...architecture, images, ...placements, ...(quota === undefined ? [] : [quota])];
}
