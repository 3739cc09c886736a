import { elementsNamed, xmlRoot } from './xml-elements';

/** Name of a property to its value. */
export type SvnProperties = ReadonlyMap<string, string>;

/** The path of the folder itself among its files. */
export const THE_FOLDER = '.';

/** Reads the output of `svn proplist --xml --verbose`: path, as svn writes it, to properties. */
export function svnProperties(xml: string): ReadonlyMap<string, SvnProperties> {
  return new Map(
    elementsNamed(xmlRoot(xml), 'target').map((target) => [
      target.attributes['path'] ?? '',
      new Map(
        elementsNamed(target, 'property').map(({ attributes, text }) => [
          attributes['name'] ?? '',
          // svn encodes what has no place in XML.
          attributes['encoding'] === 'base64' ? Buffer.from(text, 'base64').toString('utf8') : text,
        ]),
      ),
    ]),
  );
}
