import { grouped, noProgress } from '../../../progress';
import type { Progress } from '../../../progress';
import type { Language } from '../../../text';
import { layoutGraph } from '../layout/layout-graph';
import { architectureSvg } from '../pictures/architecture-svg';
import { imagesSvg } from '../pictures/images-svg';
import type { PictureOptions } from '../pictures/picture-options';
import { placementSvg } from '../pictures/placement-svg';
import { quotaSvg } from '../pictures/quota-svg';
import type { EnvironmentReport, ReportModel } from '../report-model';
import { fileNames } from './file-names';

/** A picture that can be drawn in each language, in a page or as a file of its own. */
export interface Picture {
  /** Starts its ids, and is the name of its files: `prod-focus`. */
  readonly name: string;
  readonly draw: (language: Language, embedded: boolean) => string;
}

/** The pictures of one environment. */
export interface EnvironmentPictures {
  /** One for each graph, in the order of the model. */
  readonly architecture: readonly Picture[];
  readonly images: Picture;
  /** One for each placement that is drawn, in the order of the model: see `DRAWN_LOSSES`. */
  readonly placements: readonly Picture[];
  /** @default none: no cloud is known */
  readonly quota?: Picture;
}

/** More than that take a time that is noticed. */
const MANY_BOXES = 50;

/** How many lost VMs get a picture of their own. Of more, a table says the same in less room. */
export const DRAWN_LOSSES = 4;

/**
 * Lays out the pictures of a report, environment by environment.
 *
 * @param progress is told what is laid out next, since a large graph takes a while
 */
export async function reportPictures(
  { environments }: ReportModel,
  progress: Progress = noProgress,
): Promise<readonly EnvironmentPictures[]> {
  const names = fileNames(environments.map(({ name }) => name));
  const pictures: EnvironmentPictures[] = [];
  for (const [index, environment] of environments.entries()) {
    pictures.push(await environmentPictures(environment, names[index] ?? '', progress));
  }
  return pictures;
}

async function environmentPictures(
  environment: EnvironmentReport,
  prefix: string,
  progress: Progress,
): Promise<EnvironmentPictures> {
  const { graphs, images, placements, quota, cloud, workloads } = environment;
  const architecture: Picture[] = [];
  const stacks = fileNames(graphs.map(({ stack }) => (stack === '' ? 'workloads' : stack)));
  for (const [index, graph] of graphs.entries()) {
    const boxes = graph.nodes.length;
    progress(
      () => ({
        en: `laying out ${stacks[index]}, ${grouped(boxes)} ${boxes === 1 ? 'box' : 'boxes'}, of ${environment.name}`,
        zh: `正在排布 ${stacks[index]}，${grouped(boxes)} 个方框：${environment.name}`,
      }),
      boxes > MANY_BOXES,
    );
    const layout = await layoutGraph(graph);
    architecture.push(picture(`${prefix}-${stacks[index]}`, (options) => architectureSvg(layout, options)));
  }
  return {
    architecture,
    images: picture(`${prefix}-images`, (options) => imagesSvg(images, options)),
    placements:
      cloud === undefined
        ? []
        : placements
            .slice(0, DRAWN_LOSSES + 1)
            .map((placement) =>
              picture(placementName(prefix, placement.lostVm), (options) => placementSvg(placement, cloud, options)),
            ),
    ...(quota === undefined
      ? {}
      : { quota: picture(`${prefix}-quota`, (options) => quotaSvg(quota, workloads, options)) }),
  };
}

function placementName(prefix: string, lostVm: number | undefined): string {
  return lostVm === undefined ? `${prefix}-placement` : `${prefix}-placement-without-vm-${lostVm}`;
}

function picture(name: string, svg: (options: PictureOptions) => string): Picture {
  return {
    name,
    draw: (language, embedded) => svg({ language, embedded, idPrefix: embedded ? `${name}-${language}` : name }),
  };
}
