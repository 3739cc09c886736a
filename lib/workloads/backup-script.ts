import type { Duration } from 'cdk8s';

/**
 * Returns the script of a backup, for bash with `-euo pipefail`.
 *
 * It writes under another name and renames at the end, so that a backup that is there is whole; and it deletes old
 * ones only after a new one is there, so that a store which fails to be backed up keeps its last backups for ever.
 *
 * @param backup the commands that write `"$partial"`, and the end of the backup's name
 * @param retention how long a backup is kept, in whole days
 */
export function backupScript(backup: { readonly dump: string; readonly suffix: string }, retention: Duration): string {
  const { dump, suffix } = backup;
  return `umask 077
backup="/backup/$(date +%Y%m%d-%H%M%S)${suffix}"
partial="$backup.partial"
# What a run left that was killed.
find /backup -mindepth 1 -maxdepth 1 -name '*.partial' -exec rm -rf {} +
${dump}
mv "$partial" "$backup"
find /backup -mindepth 1 -maxdepth 1 -name '*${suffix}' -mtime +${retention.toDays() - 1} -exec rm -rf {} +
echo "backed up to $backup; kept:"
ls -lh /backup
`;
}
