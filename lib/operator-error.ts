/**
 * An error that the person at the keyboard can act on: wrong data, a refused set of objects, a missing tool.
 *
 * It is printed as its message and remedy, never with a stack. Mistakes in the code of a stack are `RangeError`s
 * thrown by the constructs; everything else is a bug of ours and keeps its stack.
 */
export class OperatorError extends Error {
  /** What to do about it, sentences with a period; empty where the message says it already. */
  readonly remedy: string;

  /**
   * @param message what is wrong, with both values where there are two; lower case, no final period
   * @param remedy what to do, sentences with a period
   * @param options `cause`, where another error led to this one
   */
  constructor(message: string, remedy = '', options?: ErrorOptions) {
    super(message, options);
    this.name = 'OperatorError';
    this.remedy = remedy;
  }
}
