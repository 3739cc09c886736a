import type { Language, Text } from '../../../text';
import { Markup, markup } from './markup';
import type { MarkupValue } from './markup';

/**
 * Returns a text in both languages; the style sheet shows the one that the page is switched to, English without
 * scripts.
 */
export function both(text: Text): Markup {
  return inBoth((language) => text[language], 'span');
}

/** Returns content that is made for each language, such as a picture. */
export function inBoth(content: (language: Language) => MarkupValue, element: 'span' | 'div' = 'div'): Markup {
  const tag = new Markup(element);
  return markup`<${tag} class="en" lang="en">${content('en')}</${tag}><${tag} class="zh" lang="zh-CN">${content('zh')}</${tag}>`;
}

/** Returns attributes that give an attribute in both languages: the English one, and the others for the script. */
export function attributeInBoth(name: 'aria-label' | 'placeholder', text: Text): Markup {
  return markup`${new Markup(name)}="${text.en}" data-${new Markup(name)}-en="${text.en}" data-${new Markup(name)}-zh="${text.zh}"`;
}
