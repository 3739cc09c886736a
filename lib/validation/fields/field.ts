import { asList, asObject } from '../manifest';
import type { Json, Manifest } from '../manifest';

/**
 * A value inside an API object, with the path at which findings name it.
 *
 * Nothing is certain about the value: it may be missing or of a wrong type, and what is asked of it then is undefined
 * or empty, so that a rule that reads through fields never throws.
 */
export class Field {
  constructor(
    readonly path: string,
    readonly value: Json | undefined,
  ) {}

  /** Returns an object as a field: the root, whose path is empty. */
  static of({ json }: Manifest): Field {
    return new Field('', json);
  }

  /** Whether there is a value; null is none, as it is for the API server. */
  get exists(): boolean {
    return this.value !== undefined && this.value !== null;
  }

  get isObject(): boolean {
    return this.exists && typeof this.value === 'object' && !Array.isArray(this.value);
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
    return path
      .split('.')
      .reduce<Field>(
        (field, name) => new Field(field.path === '' ? name : `${field.path}.${name}`, field.ownValue(name)),
        this,
      );
  }

  /** Returns an entry of a map whose keys are data: `labels[app.kubernetes.io/name]`. */
  entry(key: string): Field {
    return new Field(`${this.path}[${key}]`, this.ownValue(key));
  }

  /** The entries of a map by key, none where it is no object. */
  get entries(): readonly (readonly [key: string, entry: Field])[] {
    return Object.keys(asObject(this.value)).map((key) => [key, this.entry(key)] as const);
  }

  /** The items of a list, named by name or by index where they have none; none where it is no list. */
  get items(): readonly Field[] {
    return asList(this.value).map((item, index) => {
      const name = asObject(item)['name'];
      return new Field(`${this.path}[${typeof name === 'string' && name !== '' ? name : index}]`, item);
    });
  }

  /**
   * Returns the fields that a pattern names, such as `spec.ports[].port`: one per item of each list in it.
   *
   * A field that is missing is among them where the object that may hold it is there.
   */
  all(pattern: string): readonly Field[] {
    let fields: readonly Field[] = [this];
    for (const step of pattern.split('.')) {
      const holders = fields.filter(({ isObject }) => isObject);
      fields = step.endsWith('[]')
        ? holders.flatMap((holder) => holder.at(step.slice(0, -2)).items)
        : holders.map((holder) => holder.at(step));
    }
    return fields;
  }

  private ownValue(name: string): Json | undefined {
    const object = asObject(this.value);
    // A label may be called `constructor`, which every object has.
    return Object.hasOwn(object, name) ? object[name] : undefined;
  }
}
