import { asObject, isJsonObject, tryOwnValue } from '../manifest';
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
  /** @param name the path of the field, or what follows the path of its holder, with a dot or in brackets */
  constructor(
    private readonly name: string | number,
    readonly value: Json | undefined,
    private readonly holder?: Field,
    private readonly bracketed = false,
  ) {}

  /** Returns an object as a field: the root, whose path is empty. */
  static of({ json }: Manifest): Field {
    return new Field('', json);
  }

  /** Dotted, with keys and list items in brackets: `spec.template.spec.containers[mongod].image`. */
  get path(): string {
    const names: Field[] = [this];
    // Not by recursion: a schema may be nested ten thousand levels deep.
    for (let field = this.holder; field !== undefined; field = field.holder) names.push(field);
    return names.reduceRight((path, { name, bracketed }) => {
      if (bracketed) return `${path}[${name}]`;
      return path === '' ? String(name) : `${path}.${name}`;
    }, '');
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
    if (!path.includes('.')) return this.child(path);
    return stepsOf(path).reduce<Field>((field, { name }) => field.child(name), this);
  }

  /**
   * Returns the field of a name, whatever characters are in it.
   *
   * @param value what it holds, where this is known
   */
  child(name: string, value = this.ownValue(name)): Field {
    return new Field(name, value, this);
  }

  /** Returns an entry of a map whose keys are data: `labels[app.kubernetes.io/name]`. */
  entry(key: string): Field {
    return new Field(key, this.ownValue(key), this, true);
  }

  /** The entries of a map by key, none where it is no object. */
  get entries(): readonly (readonly [key: string, entry: Field])[] {
    if (!isJsonObject(this.value)) return [];
    return Object.keys(this.value).map((key) => [key, this.entry(key)] as const);
  }

  /** The items of a list, named by name or by index where they have none; none where it is no list. */
  get items(): readonly Field[] {
    const { value } = this;
    if (!Array.isArray(value) || value.length === 0) return NONE;
    return value.map((item: Json, index) => this.item(item, index));
  }

  /** Returns one of the items, as they are named. */
  item(value: Json, index: number): Field {
    const name = asObject(value)['name'];
    return new Field(typeof name === 'string' && name !== '' ? name : index, value, this, true);
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

  private ownValue(name: string): Json | undefined {
    return isJsonObject(this.value) ? tryOwnValue(this.value, name) : undefined;
  }
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
