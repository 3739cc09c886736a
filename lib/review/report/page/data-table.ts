import type { Text } from '../../../text';
import { attributeInBoth, both } from './bilingual';
import { markup } from './markup';
import type { Markup, MarkupValue } from './markup';

/** A column of a table. */
export interface Column<Row> {
  /** Names it in the address of a sorted page: `cpu-requests`. */
  readonly id: string;
  readonly title: Text;
  readonly cell: (row: Row) => MarkupValue;
  /** What its rows are sorted by, where that is no text. @default the text of the cell */
  readonly value?: (row: Row) => number;
  /** Whether the cell heads its row. @default false */
  readonly headsRow?: boolean;
  /** Whether it keeps room for long text in a table that scrolls. @default false */
  readonly isWide?: boolean;
}

/** A table. */
export interface TableProps<Row> {
  readonly caption: Text;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** Whether a press on the head of a column sorts by it, given scripts. @default false */
  readonly sortable?: boolean;
  /** For the script and for labels; has to be unique on the page. @default none */
  readonly id?: string;
}

/** Returns a table in a frame of its own that scrolls, so that a wide one does not widen the page. */
export function dataTable<Row>({ caption, columns, rows, sortable = false, id }: TableProps<Row>): Markup {
  return markup`<div class="table" role="region" tabindex="0" ${attributeInBoth('aria-label', caption)}>
<table${id === undefined ? undefined : markup` id="${id}"`}${sortable ? markup` class="sortable"` : undefined}>
<caption>${both(caption)}</caption>
<thead><tr>${columns.map((column) => heading(column, sortable))}</tr></thead>
<tbody>
${rows.map((row) => markup`<tr>${columns.map((column) => cell(column, row))}</tr>\n`)}</tbody>
</table></div>`;
}

function heading<Row>({ id, title, value }: Column<Row>, sortable: boolean): Markup {
  const kind = value === undefined ? undefined : markup` class="number"`;
  return sortable
    ? markup`<th scope="col" aria-sort="none" data-column="${id}"${kind}><button type="button">${both(title)}</button></th>`
    : markup`<th scope="col"${kind}>${both(title)}</th>`;
}

function cell<Row>({ cell, value, headsRow = false, isWide = false }: Column<Row>, row: Row): Markup {
  if (headsRow) return markup`<th scope="row">${cell(row)}</th>`;
  return value === undefined
    ? markup`<td${isWide ? markup` class="wide"` : undefined}>${cell(row)}</td>`
    : markup`<td class="number" data-value="${value(row)}">${cell(row)}</td>`;
}
