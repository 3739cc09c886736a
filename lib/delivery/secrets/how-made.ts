import type { ListedSecret } from './secret-list';

/**
 * Returns the command that makes a Secret. Its content comes from files or from this program, never from the command
 * line, which other users of the machine can read and the shell keeps.
 */
export function howMade({ name, namespace, purpose, keys }: ListedSecret, environment: string): string {
  const create = (type: string) => `kubectl --namespace ${namespace} create secret ${type} ${name}`;
  const files = keys.map(({ key }) => ` --from-file=${key}=<file>`).join('');
  switch (purpose?.kind) {
    case 'registry':
      return `npx znyw secret registry --environment ${environment} --username <name> | kubectl apply -f -`;
    case 'tls':
      return `${create('tls')} --cert=<file> --key=<file>`;
    case 'accounts':
      // An apply would give a store that runs already other passwords than those that it has made its accounts with.
      return `npx znyw secret generate ${name} --environment ${environment} | kubectl create -f -`;
    case 'mail':
      // Whoever reads them as variables would send the line break along.
      return `${create('generic')}${files}  # files without a line break at their end`;
    default:
      return `${create('generic')}${files}`;
  }
}
