import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Alias, ParsedNode, Scalar, YAMLMap } from 'yaml';
import type { Json } from '../validation/manifest';
import { AliasBudget } from './alias-budget';
import { aliasTargets } from './alias-targets';
import { plainKey } from './map-key';
import { MAX_DEPTH, tooDeep } from './nesting';
import { plainScalar } from './plain-scalar';
import type { ScalarValue } from './plain-scalar';
import { ReadingError } from './reading-error';
import { taggedScalar } from './tagged-scalar';
import { lineIn } from './yaml-documents';
import type { YamlDocument } from './yaml-documents';
import { trySyntaxTree } from './yaml-syntax';

/** A place in the tree; null where a key stands without a value. */
type Node = ParsedNode | null;

/**
 * Returns what kubectl reads of one YAML document, and null where it is empty.
 *
 * In two things it says more than kubectl: a key that is there twice is refused, where kubectl silently takes the last
 * one, and so is what kubectl would drop.
 *
 * @throws ReadingError with the line, if the document cannot be read
 * @see sigs.k8s.io/yaml v1.3.0 yaml.go, gopkg.in/yaml.v2 v2.4.0 decode.go
 */
export function yamlValue(document: YamlDocument): Json {
  const tree = trySyntaxTree(document);
  return tree === undefined ? null : new DocumentReading(document, tree).value();
}

class DocumentReading {
  private readonly document: YamlDocument;
  private readonly tree: ParsedNode;
  private readonly budget = new AliasBudget();
  /** The aliases behind which the reading is. */
  private readonly within = new Set<Alias>();
  private targets?: ReadonlyMap<Alias, ParsedNode>;
  /** Offset of the node that is being read. */
  private position = 0;

  constructor(document: YamlDocument, tree: ParsedNode) {
    this.document = document;
    this.tree = tree;
  }

  value(): Json {
    try {
      return this.valueOf(this.tree, 0);
    } catch (error) {
      if (!(error instanceof ReadingError) || error.line !== undefined) throw error;
      throw new ReadingError(error.message, lineIn(this.document, this.position));
    }
  }

  private valueOf(node: Node, depth: number): Json {
    this.visit(node);
    if (node === null) return null;
    if (isScalar(node)) return finite(scalarValue(node));
    if (isAlias(node)) return this.behind(node, (target) => this.valueOf(target, depth));
    if (depth === MAX_DEPTH) throw tooDeep();
    if (isSeq(node)) return node.items.map((item) => this.valueOf(item, depth + 1));
    const entries = new Map<string, Json>();
    this.readInto(entries, node, depth + 1);
    // Not by assignment, which would take a key named __proto__ for the prototype.
    return Object.fromEntries(entries);
  }

  /** Puts the entries of a map into others, in the order written: what comes later wins, a merge (<<) included. */
  private readInto(entries: Map<string, Json>, map: YAMLMap.Parsed, depth: number): void {
    const written = new Map<string, number>();
    for (const { key, value } of map.items) {
      if (isMergeKey(key)) {
        this.merge(entries, value, depth);
        continue;
      }
      const name = this.keyOf(key);
      const former = written.get(name);
      if (former !== undefined) {
        const firstLine = lineIn(this.document, former);
        throw new ReadingError(`has the key "${name}" twice in one object, the first in line ${firstLine}`);
      }
      written.set(name, this.position);
      entries.set(name, this.valueOf(value, depth));
    }
  }

  private keyOf(key: Node): string {
    this.visit(key);
    if (key === null) return plainKey('');
    if (isAlias(key)) return this.behind(key, (target) => this.keyOf(target));
    if (!isScalar(key)) throw new ReadingError('has a list or an object as a key');
    if (isPlain(key)) return plainKey(textOf(key));
    const value = scalarValue(key);
    return value === null ? plainKey('') : String(value);
  }

  private merge(entries: Map<string, Json>, value: Node, depth: number): void {
    // Of a list, the first wins, so it comes last.
    const sources = isSeq(value) ? value.items.toReversed() : [value];
    for (const source of sources) this.mergeOne(entries, source, depth);
  }

  private mergeOne(entries: Map<string, Json>, source: Node, depth: number): void {
    this.visit(source);
    if (isMap(source)) this.readInto(entries, source, depth);
    else if (isAlias(source)) this.behind(source, (target) => this.mergeOne(entries, target, depth));
    else throw new ReadingError('has something else than objects behind a merge key (<<)');
  }

  private behind<Result>(alias: Alias, read: (target: ParsedNode) => Result): Result {
    this.targets ??= aliasTargets(this.tree);
    const target = this.targets.get(alias);
    if (target === undefined) throw new ReadingError(`refers to an anchor that is not there: *${alias.source}`);
    if (this.within.has(alias)) throw new ReadingError(`has an anchor that contains itself: &${alias.source}`);
    this.within.add(alias);
    const result = read(target);
    this.within.delete(alias);
    return result;
  }

  private visit(node: Node): void {
    this.budget.count(this.within.size > 0);
    this.position = node?.range[0] ?? this.position;
  }
}

function isMergeKey(key: Node): boolean {
  if (!isScalar(key) || textOf(key) !== '<<') return false;
  return isPlain(key) || key.tag === 'tag:yaml.org,2002:merge';
}

function isPlain({ type, tag }: Scalar): boolean {
  return type === 'PLAIN' && tag === undefined;
}

function scalarValue(scalar: Scalar): ScalarValue {
  const text = textOf(scalar);
  if (isPlain(scalar)) return plainScalar(text);
  return scalar.tag === undefined ? text : taggedScalar(scalar.tag, text);
}

function textOf({ value }: Scalar): string {
  return typeof value === 'string' ? value : '';
}

function finite(value: ScalarValue): Json {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new ReadingError('has .inf or .nan as a value, which JSON cannot say');
  }
  return value;
}
