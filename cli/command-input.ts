/** What a command line says to a command, after it was compared with the options of the command. */
export class CommandInput {
  /** The words that belong to no option. */
  readonly words: readonly string[];
  private readonly values: ReadonlyMap<string, readonly string[]>;

  constructor(words: readonly string[], values: ReadonlyMap<string, readonly string[]>) {
    this.words = words;
    this.values = values;
  }

  /** Tells whether an option is there. */
  has(option: string): boolean {
    return this.values.has(option);
  }

  /** Returns the value of an option, or undefined where it is not there. */
  tryValue(option: string): string | undefined {
    return this.values.get(option)?.[0];
  }

  /** Returns the values of an option that may be repeated. */
  valuesOf(option: string): readonly string[] {
    return this.values.get(option) ?? [];
  }
}
