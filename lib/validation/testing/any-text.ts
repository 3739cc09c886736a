import * as fc from 'fast-check';

const FIRST_SURROGATE = 0xd800;
const SURROGATES = 0x800;

/** Characters by number: all of Unicode, without surrogates. */
const anyCharacter = fc.nat(0x10_ffff - SURROGATES).map(
  (index) => String.fromCodePoint(index < FIRST_SURROGATE ? index : index + SURROGATES),
  (character) => {
    if (typeof character !== 'string') throw new TypeError('no character');
    const point = character.codePointAt(0) ?? -1;
    if (point < 0 || String.fromCodePoint(point) !== character) throw new RangeError('no character');
    return point < FIRST_SURROGATE ? point : point - SURROGATES;
  },
);

/**
 * Texts of any characters, words that are dangerous to JavaScript among them.
 *
 * The same as `unit: 'binary'` of fast-check, for which it makes a table of a million characters in every test file:
 * that takes half a second.
 */
export function anyText(bounds: Pick<fc.StringConstraints, 'maxLength'> = {}): fc.Arbitrary<string> {
  return fc.string({ ...bounds, unit: anyCharacter });
}
