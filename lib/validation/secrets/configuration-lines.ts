/** Lines that only tell people something, in the languages of most configuration files. */
const COMMENT = /^\s*(?:#|\/\/|;|--\s|<!--|\/?\*)/;

/** Tells whether a line of a configuration file or script only tells people something. */
export function isComment(line: string): boolean {
  return COMMENT.test(line);
}
