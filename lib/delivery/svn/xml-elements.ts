import { SaxesParser } from 'saxes';
import { OperatorError } from '../../operator-error';

/** An element of an XML document. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Its own characters, those of its children left out. */
  readonly text: string;
}

interface OpenElement extends XmlElement {
  readonly children: OpenElement[];
  text: string;
}

/**
 * Reads what `svn … --xml` prints. Entities that a document would define itself are not known to the parser, so that
 * none can grow.
 *
 * @returns the root element
 * @throws OperatorError if it is not well formed
 */
export function xmlRoot(document: string): XmlElement {
  const outside: OpenElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [outside];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const element: OpenElement = { name, attributes, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += text;
  });
  parser.on('closetag', () => void open.pop());
  try {
    parser.write(document).close();
  } catch (cause) {
    throw new OperatorError('svn printed XML that is not well formed', 'Update svn to 1.10 or newer.', { cause });
  }
  return outside.children[0] ?? outside;
}

/** Returns the elements of a name below another, at any depth, in the order written. */
export function elementsNamed({ children }: XmlElement, name: string): readonly XmlElement[] {
  return children.flatMap((child) => [...(child.name === name ? [child] : []), ...elementsNamed(child, name)]);
}

/** Returns the text of the first element of a name below another, or an empty one. */
export function textOf(element: XmlElement, name: string): string {
  return elementsNamed(element, name)[0]?.text ?? '';
}
