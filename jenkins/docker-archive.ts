import { createHash } from 'node:crypto';
import type { AgentFolder } from './running-steps';

/**
 * Writes an archive as `docker save` does: one image with one layer, which holds the text.
 *
 * @returns the digest of its configuration, by which the image is known whatever its layers are compressed with
 */
export function writeDockerArchive(agent: AgentFolder, file: string, text: string): string {
  agent.write('image/content', text);
  agent.run(['tar', '-cf', agent.path('image', 'layer.tar'), '--mtime=@0', '-C', agent.path('image'), 'content']);
  const layer = agent.run(['sha256sum', agent.path('image', 'layer.tar')]).stdout.slice(0, 64);
  const configuration = JSON.stringify({
    architecture: 'amd64',
    os: 'linux',
    config: {},
    rootfs: { type: 'layers', diff_ids: [`sha256:${layer}`] },
    history: [{ created: '2024-01-01T00:00:00Z' }],
  });
  const digest = createHash('sha256').update(configuration).digest('hex');
  agent.write(`image/${digest}.json`, configuration);
  agent.write(
    'image/manifest.json',
    JSON.stringify([{ Config: `${digest}.json`, RepoTags: ['build:local'], Layers: ['layer.tar'] }]),
  );
  const members = [`${digest}.json`, 'layer.tar', 'manifest.json'];
  agent.write(file, '');
  agent.run(['tar', '-cf', agent.path(file), '-C', agent.path('image'), ...members]);
  return `sha256:${digest}`;
}
