import type { Text } from '../../../text';
import { attributeInBoth, both, inBoth } from './bilingual';
import { Markup, markup } from './markup';
import type { MarkupValue } from './markup';
import type { Picture } from './report-pictures';
import { WORDS } from './words';

/** For a picture that is wider than the page: the script shows it then. */
const fullSize = markup`<button type="button" class="size" hidden aria-pressed="false" data-full-size="">${both(WORDS.fullSize)}</button>`;

/** How a picture is introduced. */
interface FigureProps {
  readonly title: Text;
  /** What the picture shows, as a table, for those who do not see it. @default none: a table beside has it */
  readonly alternative?: MarkupValue;
  /** Whether the title is for those alone who do not see it, since a heading says the same. @default false */
  readonly isHeaded?: boolean;
}

/** Returns a picture with its title, in both languages, and the same as a table. */
export function figure(picture: Picture, { title, alternative, isHeaded = false }: FigureProps): Markup {
  // The SVG was built by our own code, which escapes what it writes.
  const svg = inBoth((language) => new Markup(picture.draw(language, true)));
  return markup`<figure>
<div class="title"><figcaption${isHeaded ? markup` class="unseen"` : undefined}>${both(title)}</figcaption>${fullSize}</div>
<div class="picture" role="region" tabindex="0" ${attributeInBoth('aria-label', title)}>${svg}</div>
${alternative}
</figure>`;
}

/**
 * Returns content that is folded until somebody asks for it.
 *
 * @param isYaml whether it is long enough to stay folded on paper
 */
export function folded(title: MarkupValue, content: MarkupValue, isYaml = false): Markup {
  return markup`<details${isYaml ? markup` class="yaml"` : undefined}><summary>${title}</summary>
${content}
</details>`;
}
