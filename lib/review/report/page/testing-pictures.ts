import type { EnvironmentReport } from '../report-model';
import type { EnvironmentPictures, Picture } from './report-pictures';

/** Returns pictures that only say which they are, for tests of what stands around them. */
export function picturesOf({ graphs, placements, quota }: EnvironmentReport): EnvironmentPictures {
  return {
    architecture: graphs.map((_, index) => aPicture(`graph-${index}`)),
    images: aPicture('images'),
    placements: placements.map((_, index) => aPicture(`placement-${index}`)),
    ...(quota === undefined ? {} : { quota: aPicture('quota') }),
  };
}

function aPicture(name: string): Picture {
  return { name, draw: (language, embedded) => `<svg data-name="${name} ${language} ${embedded}"></svg>` };
}
