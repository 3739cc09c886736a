import { Markup, markup } from '../page/markup';
import type { MarkupValue } from '../page/markup';
import { FONT_FAMILY, paint, PICTURE_CLASS, PICTURE_STYLE } from './picture-style';
import type { PictureOptions } from './picture-options';

/** What every picture has. */
interface PictureProps {
  readonly width: number;
  readonly height: number;
  /** What it is, in one line. */
  readonly title: string;
  /** What it shows, for those who do not see it. */
  readonly description: string;
  readonly content: MarkupValue;
}

/** Returns a picture as SVG: with its text alternative, and with its style unless a page has it. */
export function picture({ width, height, title, description, content }: PictureProps, options: PictureOptions): string {
  const { idPrefix, language, embedded = false } = options;
  const ground = markup`<rect width="${width}" height="${height}" ${paint({ fill: 'ground' })}/>`;
  return markup`<svg xmlns="http://www.w3.org/2000/svg" class="${PICTURE_CLASS}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" lang="${language === 'zh' ? 'zh-CN' : 'en'}" role="img" aria-labelledby="${idPrefix}-title ${idPrefix}-desc" font-family="${new Markup(FONT_FAMILY)}">
<title id="${idPrefix}-title">${title}</title>
<desc id="${idPrefix}-desc">${description}</desc>
${embedded ? undefined : markup`<style>${new Markup(PICTURE_STYLE.replaceAll('<', ''))}</style>${ground}`}
${content}
</svg>
`.text;
}
