import { markdownText } from './markdown-text';

/** A column of a Markdown table. */
export interface MarkdownColumn<Row> {
  readonly title: string;
  /** Its lines; each is escaped. */
  readonly cell: (row: Row) => string | readonly string[];
  /** @default false: it stands on the left */
  readonly isNumber?: boolean;
}

/** Returns a table in GitHub's Markdown. */
export function markdownTable<Row>(columns: readonly MarkdownColumn<Row>[], rows: readonly Row[]): string {
  return [
    columns.map(({ title }) => markdownText(title)),
    columns.map(({ isNumber = false }) => (isNumber ? '--:' : '---')),
    ...rows.map((row) => columns.map(({ cell }) => [cell(row)].flat().map(markdownText).join('<br>'))),
  ]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}
