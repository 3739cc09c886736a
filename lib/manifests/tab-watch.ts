/**
 * Looks for the tabs that kubectl refuses and the parser does not: those before anything on a line, be it a comment or
 * nothing, and those behind `-` and `?`. Inside of [] and {} they are white space like any other.
 *
 * @see gopkg.in/yaml.v2 v2.4.0 scannerc.go, yaml_parser_scan_to_next_token
 */
export class TabWatch {
  private brackets = 0;
  private mayBeKey = true;

  /** Takes the next lexeme of a document, and tells whether it is such a tab. */
  isRefused(lexeme: string): boolean {
    const isSpace = /^[ \t]+$/.test(lexeme);
    if (isSpace) return this.mayBeKey && this.brackets === 0 && lexeme.includes('\t');
    if (lexeme === '[' || lexeme === '{') this.brackets += 1;
    if (lexeme === ']' || lexeme === '}') this.brackets -= 1;
    this.mayBeKey = lexeme.endsWith('\n') || lexeme === '-' || lexeme === '?';
    return false;
  }
}
