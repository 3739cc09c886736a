/** An image that environments run, as the registry, SVN and Jenkins have to know it. */
export interface ListedImage {
  /** Name in the catalog: `nginx`. */
  readonly image: string;
  /** The repository to create in the registry: `znyw/nginx`. */
  readonly repository: string;
  readonly version: string;
  /** Name of its archive in SVN: `nginx-1.26.3.tar`. */
  readonly archive: string;
  /** Where to load it to: `dtr.bank.example/znyw/nginx:1.26.3`. Without the digest, as nothing can be pushed to one. */
  readonly reference: string;
  /** The digest by which the YAML pins it. @default none: the tag alone names it */
  readonly digest?: string;
  readonly origin: 'community' | 'custom';
  /** The upstream reference that it is retagged or built from. */
  readonly builtFrom: string;
  /** The environments that run it. Sorted. */
  readonly environments: readonly string[];
  /** Names of the objects that run it. Sorted. */
  readonly workloads: readonly string[];
}

/** What the catalog says of an image. */
export type CatalogEntry = Pick<ListedImage, 'version' | 'origin' | 'builtFrom'>;
