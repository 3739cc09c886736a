import { SaxesParser } from 'saxes';

/** An element of a picture, as a test reads it. */
export interface SvgElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** What stands in it, without that of elements within. */
  text: string;
}

/**
 * Returns the elements of a picture in their order.
 *
 * @throws Error if it is no well-formed XML
 */
export function svgElements(svg: string): readonly SvgElement[] {
  const elements: SvgElement[] = [];
  const open: SvgElement[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes, text: '' };
    elements.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(svg).close();
  return elements;
}

/** Returns the values of an attribute, of the elements that have it. */
export function attributeValues(svg: string, attribute: string): readonly string[] {
  return svgElements(svg).flatMap(({ attributes }) => attributes[attribute] ?? []);
}
