import { readManifests } from '../../lib/manifests/read-manifests';

// Reads YAML as every command does, and does nothing with it. Arguments: paths.
void readManifests(process.argv.slice(2), () => process.stdin).then(({ manifests, unread }) => {
  process.stdout.write(`${manifests.length} objects, ${unread.length} not read\n`);
});
