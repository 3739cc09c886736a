import { asList, asObject, tryOwnValue } from '../manifest';
import type { Json, Manifest } from '../manifest';

/** A step of a pattern: the name of a field, and whether the items of the list in it are meant. */
export interface Step {
  readonly name: string;
  readonly items: boolean;
}

/** The steps of paths and patterns. These are written in rules, so that there are a few hundred at most. */
const stepsByPattern = new Map<string, readonly Step[]>();

/** What patterns name for the most part. */
const NONE: readonly Field[] = [];

/**
 * A value inside an API object, with the path at which findings name it.
 *
 * Nothing is certain about the value: it may be missing or of a wrong type, and what is asked of it then is undefined
 * or empty, so that a rule that reads through fields never throws.
 *
 * The path is put together when it is asked for: rules look at hundreds of fields for each that they speak of.
 */
export class Field {
  private knownPath: string | undefined;

  /**
   * @param start the path of the field, or what begins it where there is a holder
   * @param name what follows the path of the holder, with a dot or in brackets
   */
  constructor(
    start: string,
    readonly value: Json | undefined,
    private readonly holder?: Field,
    private readonly name: string | number = '',
    private readonly bracketed = false,
  ) {
    this.knownPath = holder === undefined ? start : undefined;
  }

  /** Returns an object as a field: the root, whose path is empty. */
  static of({ json }: Manifest): Field {
    return new Field('', json);
  }

  /** Dotted, with keys and list items in brackets: `spec.template.spec.containers[mongod].image`. */
  get path(): string {
    this.knownPath ??= Field.pathOf(this);
    return this.knownPath;
  }

  /** Whether there is a value; null is none, as it is for the API server. */
  get exists(): boolean {
    return this.value !== undefined && this.value !== null;
  }

  get isObject(): boolean {
    return typeof this.value === 'object' && this.value !== null && !Array.isArray(this.value);
  }

  /** The value if it is a string. */
  get text(): string | undefined {
    return typeof this.value === 'string' ? this.value : undefined;
  }

  /** The value if it is a whole number. */
  get integer(): number | undefined {
    return typeof this.value === 'number' && Number.isSafeInteger(this.value) ? this.value : undefined;
  }

  /** Returns the field at a dotted path below this one: `strategy.rollingUpdate`. */
  at(path: string): Field {
    return fieldBelow(this, stepsOf(path));
  }

  /**
   * Returns the field of a name, whatever characters are in it.
   *
   * @param value what it holds, where this is known
   */
  child(name: string, value = this.ownValue(name)): Field {
    return new Field('', value, this, name);
  }

  /** Returns an entry of a map whose keys are data: `labels[app.kubernetes.io/name]`. */
  entry(key: string): Field {
    return new Field('', this.ownValue(key), this, key, true);
  }

  /** The entries of a map by key, none where it is no object. */
  get entries(): readonly (readonly [key: string, entry: Field])[] {
    if (!this.isObject) return [];
    return Object.keys(asObject(this.value)).map((key) => [key, this.entry(key)] as const);
  }

  /** The items of a list, named by name or by index where they have none; none where it is no list. */
  get items(): readonly Field[] {
    return Array.isArray(this.value) ? asList(this.value).map((item, index) => this.item(item, index)) : NONE;
  }

  /** Returns one of the items, as they are named. */
  item(value: Json, index: number): Field {
    const name = asObject(value)['name'];
    return new Field('', value, this, typeof name === 'string' && name !== '' ? name : index, true);
  }

  /**
   * Returns the fields that a pattern names, such as `spec.ports[].port`: one per item of each list in it.
   *
   * A field that is missing is among them where the object that may hold it is there.
   */
  all(pattern: string): readonly Field[] {
    const steps = stepsOf(pattern);
    if (steps.length > 1 && steps[0] !== undefined && this.ownValue(steps[0].name) === undefined) return NONE;
    let fields: readonly Field[] = [this];
    for (const { name, items } of steps) {
      const found: Field[] = [];
      for (const field of fields) {
        if (!field.isObject) continue;
        if (!items) found.push(field.child(name));
        else for (const item of field.child(name).items) found.push(item);
      }
      if (found.length === 0) return found;
      fields = found;
    }
    return fields;
  }

  /** Not by recursion: a schema may be nested ten thousand levels deep. */
  private static pathOf(field: Field): string {
    const unknown: Field[] = [];
    let known: Field | undefined = field;
    while (known !== undefined && known.knownPath === undefined) {
      unknown.push(known);
      known = known.holder;
    }
    return unknown.reduceRight((path, below) => below.pathBelow(path), known?.knownPath ?? '');
  }

  private pathBelow(path: string): string {
    if (this.bracketed) return `${path}[${this.name}]`;
    return path === '' ? String(this.name) : `${path}.${this.name}`;
  }

  private ownValue(name: string): Json | undefined {
    return this.isObject ? tryOwnValue(asObject(this.value), name) : undefined;
  }
}

function fieldBelow(start: Field, steps: readonly Step[]): Field {
  let field = start;
  for (const { name } of steps) field = field.child(name);
  return field;
}

/** Returns the steps of a path or pattern. */
export function stepsOf(pattern: string): readonly Step[] {
  let steps = stepsByPattern.get(pattern);
  if (steps === undefined) {
    steps = pattern.split('.').map((step) => {
      const items = step.endsWith('[]');
      return { name: items ? step.slice(0, -2) : step, items };
    });
    stepsByPattern.set(pattern, steps);
  }
  return steps;
}
