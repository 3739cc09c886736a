import { imageCatalog, type ImageName } from './image-catalog';

/** The DTR that the cluster pulls from, and how it may. */
export interface ImageRegistry {
  /** DNS name of the DTR, with a port where it is not 443: `dtr.example.com` or `dtr.example.com:5000`. */
  readonly host: string;

  /** Organisation that the repositories belong to. */
  readonly organisation: string;

  /** Name of the Secret of type `kubernetes.io/dockerconfigjson`, made outside this program. */
  readonly pullSecret: string;

  /**
   * Digests that pin an image beyond its tag, as `sha256:` and 64 hexadecimal digits.
   * @default none: the tag alone names the image
   */
  readonly digests?: Readonly<Partial<Record<ImageName, string>>>;
}

/**
 * Returns the full reference of an image: `<host>/<organisation>/<image>:<version>`, and `@<digest>` where one is
 * given. Where both stand there, the container runtime goes by the digest.
 */
export function imageReference(registry: ImageRegistry, image: ImageName): string {
  const digest = registry.digests?.[image];
  const tagged = `${registry.host}/${registry.organisation}/${image}:${imageCatalog[image].version}`;
  return digest === undefined ? tagged : `${tagged}@${digest}`;
}
