import { asList, asObject } from '../manifest';
import type { Json, JsonObject } from '../manifest';
import { oncePer } from '../once-per';

/** The way from an object to a value in it. */
type Way = readonly string[];

/**
 * Returns an object with another value in the place of one of its own. Only what holds the value is copied.
 *
 * @param place any number from 0: which of the values, counted over and over
 */
export function replacedValue(object: JsonObject, place: number, value: Json): JsonObject {
  const ways = waysIn(object);
  const way = ways[place % ways.length];
  return way === undefined ? object : asObject(placed(object, way, 0, value));
}

/** Returns how many values an object has in it. */
export function valueCount(object: JsonObject): number {
  return waysIn(object).length;
}

/** Tests begin with the same few objects thousands of times. */
const waysIn = oncePer((object: JsonObject): readonly Way[] => {
  const ways: Way[] = [];
  const walk = (value: Json | undefined, way: Way): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, item] of Object.entries<Json | undefined>(value)) {
      const own = [...way, key];
      ways.push(own);
      walk(item, own);
    }
  };
  walk(object, []);
  return ways;
});

function placed(holder: Json | undefined, way: Way, depth: number, value: Json): Json {
  const key = way[depth];
  if (key === undefined) return value;
  if (Array.isArray(holder)) {
    return asList(holder).map((item, index) => (String(index) === key ? placed(item, way, depth + 1, value) : item));
  }
  const object = asObject(holder);
  return { ...object, [key]: placed(object[key], way, depth + 1, value) };
}
