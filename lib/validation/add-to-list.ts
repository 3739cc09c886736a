/**
 * Adds an item to the list that stands under a key, which is made with its first item. No list is copied, so that a long
 * one takes no longer for each of its items.
 */
export function addToList<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}
