import type { ListedImage } from './listed-image';

/** Returns the list for a person: an image a paragraph. */
export function imageListText(images: readonly ListedImage[]): string {
  return images.map(imageText).join('\n');
}

/** Returns the list for Jenkins: one JSON object, the same bytes for the same input. */
export function imageListJson(images: readonly ListedImage[]): string {
  return `${JSON.stringify({ images }, null, 2)}\n`;
}

function imageText(image: ListedImage): string {
  const { repository, archive, reference, digest, origin, builtFrom, environments, workloads } = image;
  const lines = [
    `${image.image} ${image.version}`,
    `  repository: ${repository}`,
    `  archive:    ${archive}`,
    `  reference:  ${reference}`,
    ...(digest === undefined ? [] : [`  digest:     ${digest}`]),
    `  origin:     ${origin}, from ${builtFrom}`,
    `  used in:    ${environments.join(', ')}`,
    `  used by:    ${workloads.join(', ')}`,
  ];
  return `${lines.join('\n')}\n`;
}
