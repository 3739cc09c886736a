import { withStrangersTold } from './strangers';

const values = { file: 'sub/values.yaml', json: { replicas: 2 } };
const configMap = { file: 'config.yaml', json: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' } } };

test('what is no API object is told as not read, once a file', () => {
  const content = { label: 'deploy/', manifests: [values, configMap, values], unread: [], isFile: false };

  expect(withStrangersTold(content, 'path')).toMatchObject({
    manifests: [configMap],
    unread: [
      {
        file: 'deploy/sub/values.yaml',
        reason: 'has something that is no API object: it says neither its kind nor its apiVersion',
      },
    ],
  });
  expect(withStrangersTold({ ...content, label: 'git:HEAD' }, 'git').unread[0]?.file).toBe('git:HEAD: sub/values.yaml');
});

test('an object that says one of the two is one, and is refused for what is missing', () => {
  const content = { label: 'a.yaml', manifests: [configMap, { file: 'a.yaml', json: { kind: 'Pod' } }], unread: [] };

  expect(withStrangersTold({ ...content, isFile: true }, 'path')).toEqual({ ...content, isFile: true });
});
