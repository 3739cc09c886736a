import { ReadingError } from './reading-error';

/** From this many nodes on, the part that may come from aliases falls. */
const SMALL_DOCUMENT = 400_000;

/** From this many nodes on, it has fallen to the least. */
const LARGE_DOCUMENT = 4_000_000;

/**
 * Counts the nodes of a document as they are read, those behind an alias again for each alias, and refuses a document
 * that is small as text and endless as data.
 *
 * The bounds are those of kubectl, so that what is refused here is refused there.
 *
 * @see gopkg.in/yaml.v2 v2.4.0 decode.go, allowedAliasRatio
 */
export class AliasBudget {
  private nodes = 0;
  private behindAliases = 0;

  /** @throws ReadingError once too many of the nodes come from aliases */
  count(behindAlias: boolean): void {
    this.nodes += 1;
    if (behindAlias) this.behindAliases += 1;
    if (this.behindAliases > 100 && this.nodes > 1000 && this.behindAliases / this.nodes > allowedShare(this.nodes)) {
      throw new ReadingError(
        'expands to too much: its aliases (*) repeat its anchors (&) more often than kubectl reads',
      );
    }
  }
}

function allowedShare(nodes: number): number {
  const way = (nodes - SMALL_DOCUMENT) / (LARGE_DOCUMENT - SMALL_DOCUMENT);
  return 0.99 - 0.89 * Math.min(Math.max(way, 0), 1);
}
