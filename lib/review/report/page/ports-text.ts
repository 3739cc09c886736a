import { both } from './bilingual';
import { markup } from './markup';
import type { Markup } from './markup';
import { WORDS } from './words';

/** Returns the ports of a connection as people read them. */
export function portsText(ports: readonly string[]): Markup {
  return ports.length === 0 ? both(WORDS.everyPort) : markup`<span class="code">${ports.join(', ')}</span>`;
}
