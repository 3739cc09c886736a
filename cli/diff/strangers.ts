import { asText } from '../../lib/validation/manifest';
import type { Manifest } from '../../lib/validation/manifest';
import type { SideContent } from './side-content';
import type { TypedSide } from './typed-side';

/**
 * Returns a side with the files told as not read that have something else than API objects, such as the values of a
 * chart: what has neither a kind nor a version has no place in a cluster, and nothing to be paired with.
 */
export function withStrangersTold(content: SideContent, kind: TypedSide['kind']): SideContent {
  const strangers = content.manifests.filter((manifest) => !isApiObject(manifest));
  if (strangers.length === 0) return content;
  const files = [...new Set(strangers.map(({ file }) => file))].sort();
  return {
    ...content,
    manifests: content.manifests.filter(isApiObject),
    unread: [...content.unread, ...files.map((file) => ({ file: placeOf(file, content, kind), reason: REASON }))],
  };
}

const REASON = 'has something that is no API object: it says neither its kind nor its apiVersion';

function isApiObject({ json }: Manifest): boolean {
  return asText(json['kind']) !== '' || asText(json['apiVersion']) !== '';
}

function placeOf(file: string, { label, isFile }: SideContent, kind: TypedSide['kind']): string {
  if (isFile || kind === 'standard-input') return label;
  return kind === 'path' ? `${label.replace(/[/\\]+$/, '')}/${file}` : `${label}: ${file}`;
}
