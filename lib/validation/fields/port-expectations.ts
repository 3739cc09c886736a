import { between, ofForm } from './expectations';
import type { Expectation } from './field-problems';
import { textForms } from './text-forms';

/** Expects the number of a port. */
export const portNumber: Expectation = between(1, 65_535);

/** Expects the number of a port or its name, which a number in quotes is not. */
export const portNumberOrName: Expectation = (field) =>
  field.text === undefined ? portNumber(field) : ofForm(textForms.portName)(field);
