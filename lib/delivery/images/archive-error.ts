/** A reason why a file is no archive of an image, in the words of a message: `has no manifest.json`. */
export class ArchiveError extends Error {
  /** What to do about it, a sentence with a period. @default empty: the archive has to be made again */
  readonly remedy: string;

  constructor(message: string, remedy = '', options?: ErrorOptions) {
    super(message, options);
    this.name = 'ArchiveError';
    this.remedy = remedy;
  }
}
