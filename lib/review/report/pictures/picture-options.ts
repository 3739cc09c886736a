import type { Language } from '../../../text';

/** How a picture is written. */
export interface PictureOptions {
  /** The language of its words. */
  readonly language: Language;
  /** Starts the ids inside it, so that many pictures share a page: letters, digits and hyphens, unique on the page. */
  readonly idPrefix: string;
  /**
   * Whether a page holds the picture: then the page has `PICTURE_STYLE` once in its own `<style>`.
   * @default false: the picture is a file of its own and carries its style
   */
  readonly embedded?: boolean;
}
