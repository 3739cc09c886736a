import { quoted } from '../../validation/fields/expectations';
import { asList, asObject, asText } from '../../validation/manifest';
import type { Json } from '../../validation/manifest';
import { ArchiveError } from './archive-error';

/** The image that an archive holds. */
export interface ArchivedImage {
  /** The references that it has there: `docker.io/library/nginx:1.26.3`. None where it was saved by its id. */
  readonly references: readonly string[];
}

/** What `archivedImage` asks of the archive. */
export interface ArchiveContent {
  readonly names: ReadonlySet<string>;
  tryText(name: string): string | undefined;
}

/**
 * Returns the image of an archive that `docker save` or `skopeo copy … docker-archive:` made.
 *
 * @throws ArchiveError if it has none, several, or not all parts of it
 */
export function archivedImage(content: ArchiveContent): ArchivedImage {
  const manifest = content.tryText('manifest.json');
  if (manifest === undefined) throw withoutManifest(content);
  const images = asList(parsed(manifest, 'manifest.json')).map(asObject);
  const [image] = images;
  if (image === undefined || images.length > 1) {
    throw new ArchiveError(`holds ${images.length} images; 1 is expected`);
  }
  const parts = [image['Config'], ...asList(image['Layers'])].map(asText);
  const missing = parts.filter((part) => !content.names.has(part));
  if (missing.length > 0) {
    throw new ArchiveError(
      `lacks ${missing.length} of the ${parts.length} parts of its image, ${quoted(missing[0] ?? '')} first`,
    );
  }
  return { references: asList(image['RepoTags']).map(asText) };
}

/** An OCI layout is an image, but neither `skopeo copy docker-archive:` nor a docker before 25 loads one. */
function withoutManifest(content: ArchiveContent): ArchiveError {
  const index = content.tryText('index.json');
  if (index === undefined) return new ArchiveError('has no manifest.json, so it holds no image');
  const names = asList(asObject(parsed(index, 'index.json'))['manifests']).map(nameInLayout);
  return new ArchiveError(
    `is an OCI layout of ${names.map(quoted).join(', ') || 'nothing'}; an archive of docker is expected`,
    'Convert it with: skopeo copy oci-archive:<file> docker-archive:<new file>:<image>:<version>',
  );
}

function nameInLayout(manifest: Json): string {
  const annotations = asObject(asObject(manifest)['annotations']);
  return asText(annotations['io.containerd.image.name']) || asText(annotations['org.opencontainers.image.ref.name']);
}

function parsed(text: string, name: string): Json {
  try {
    const value: Json = JSON.parse(text);
    return value;
  } catch (error) {
    throw new ArchiveError(`has a ${name} that is not JSON`, '', { cause: error });
  }
}
