import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testsWithProgram } from '../../workloads/testing/tests-with-program';
import { spawnProgram } from '../svn/spawn-program';
import { SvnClient } from '../svn/svn-client';
import { svnUrl } from '../svn/svn-url';
import { readImageArchive } from './image-archive';
import type { ListedImage } from './listed-image';
import { pushImages } from './push-images';
import { svnmuccClient } from './svnmucc';
import { savedImage, tarOf } from './testing-archives';

let root: string;
let folder: string;
let url: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'znyw-'));
  folder = join(root, '镜像 @ 1');
  mkdirSync(folder);
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

function run(program: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  expect({ program, args, status, stderr }).toMatchObject({ status: 0 });
  return stdout;
}

function anImage(image: string): ListedImage {
  const version = '1.0.0';
  return {
    image,
    version,
    repository: `znyw/${image}`,
    archive: `${image}-${version}.tar`,
    reference: `dtr/znyw/${image}:${version}`,
    origin: 'custom',
    builtFrom: 'alpine:3',
    environments: ['prod'],
    workloads: [image],
  };
}

const images = [anImage('one'), anImage('two')];

function save(image: string, content: string): void {
  writeFileSync(join(folder, `${image}-1.0.0.tar`), tarOf(...savedImage([`${image}:1.0.0`], content)));
}

async function push(meanwhile?: () => void) {
  let out = '';
  const problems = await pushImages(
    { images, folder, url },
    {
      svn: new SvnClient(spawnProgram, url),
      svnmucc: svnmuccClient(spawnProgram, url, {}),
      output: { result: (text) => void (out += text), warning: () => undefined, progress: () => meanwhile?.() },
    },
  );
  return { problems, out };
}

testsWithProgram('svnmucc', () => {
  beforeEach(() => {
    run('svnadmin', 'create', join(root, 'repository'));
    const address = `file://${root}/repository/images @ 镜像`;
    url = svnUrl(address);
    run('svn', 'mkdir', '--message', 'folder', `${url}@`);
  });

  const revision = () => run('svn', 'info', '--show-item', 'last-changed-revision', `${url}@`).trim();

  test('new archives go to SVN in one commit, with their checksums, and the second time nothing is sent', async () => {
    save('one', 'first');
    save('two', 'first');

    const { problems, out } = await push();

    expect(problems).toEqual([]);
    expect(out).toContain(
      'to send: one-1.0.0.tar, 4096 bytes\nto send: two-1.0.0.tar, 4096 bytes\ncommitted revision 2 to ',
    );
    expect(run('svn', 'list', `${url}@`)).toBe('one-1.0.0.tar\ntwo-1.0.0.tar\n');
    const { sha256 } = await readImageArchive(join(folder, 'one-1.0.0.tar'));
    expect(run('svn', 'propget', 'znyw:sha256', `${url}/one-1.0.0.tar@`).trim()).toBe(sha256);
    expect((await push()).out).toBe(
      'the same in SVN: one-1.0.0.tar\nthe same in SVN: two-1.0.0.tar\nnothing to send\n',
    );
    expect(revision()).toBe('2');
  });

  test('only what differs is sent, and what is in SVN only stays', async () => {
    save('one', 'first');
    save('two', 'first');
    await push();
    rmSync(join(folder, 'one-1.0.0.tar'));
    save('two', 'second');

    expect((await push()).out).toContain('in place of another in SVN\nin SVN only, not compared: one-1.0.0.tar\n');
    expect(run('svn', 'log', '--quiet', '--verbose', '--revision', '3', `${url}@`)).not.toContain('one-1.0.0.tar');
    run('svn', 'export', `${url}/two-1.0.0.tar@`, join(root, 'exported.tar'));
    expect((await readImageArchive(join(root, 'exported.tar'))).sha256).toBe(
      (await readImageArchive(join(folder, 'two-1.0.0.tar'))).sha256,
    );
  });

  test('one that was put there by hand gets its checksum', async () => {
    save('one', 'first');
    save('two', 'first');
    run('svnmucc', '--message', 'by hand', 'put', join(folder, 'one-1.0.0.tar'), `${url}/one-1.0.0.tar`);

    expect((await push()).out).toContain('to send: one-1.0.0.tar, 4096 bytes, in place of another in SVN\n');
    expect((await push()).out).toContain('the same in SVN: one-1.0.0.tar\n');
  });

  test('of two who send at once, the second is told, and nothing of the first is lost', async () => {
    save('one', 'first');
    save('two', 'first');
    let isFirst = true;
    const other = () => {
      if (isFirst) run('svnmucc', '--message', 'the other', 'put', '/dev/null', `${url}/one-1.0.0.tar`);
      isFirst = false;
    };

    await expect(push(other)).rejects.toMatchObject({ failure: 'out-of-date' });
    expect(run('svn', 'list', `${url}@`)).toBe('one-1.0.0.tar\n');
  });

  test('a wrong archive stops it before SVN is touched', async () => {
    save('one', 'first');
    writeFileSync(join(folder, 'two-1.0.0.tar'), tarOf(...savedImage(['two:2.0.0'])));

    expect((await push()).problems).toMatchObject([{ archive: 'two-1.0.0.tar' }]);
    expect(revision()).toBe('1');
  });

  test('a folder that is not in SVN is named', async () => {
    url = `${url}/none`;

    await expect(push()).rejects.toMatchObject({ failure: 'not-found' });
  });
});

testsWithProgram('skopeo', () => {
  const copy = (from: string, to: string) => run('skopeo', 'copy', '--quiet', '--insecure-policy', from, to);

  beforeEach(() => {
    folder = join(root, 'archives');
    mkdirSync(folder);
  });

  test('an archive of skopeo is read, with the name that skopeo gives it', async () => {
    const plain = withRealLayer(join(folder, 'plain.tar'));
    copy(`docker-archive:${plain}`, `docker-archive:${join(folder, 'new.tar')}:one:1.0.0`);

    expect((await readImageArchive(join(folder, 'new.tar'))).image).toEqual({
      references: ['docker.io/library/one:1.0.0'],
    });
  });

  test('an OCI archive of skopeo is refused, as the step of Jenkins could not load it', async () => {
    const plain = withRealLayer(join(folder, 'plain.tar'));
    copy(`docker-archive:${plain}`, `oci-archive:${join(folder, 'oci.tar')}:one:1.0.0`);

    await expect(readImageArchive(join(folder, 'oci.tar'))).rejects.toThrow(
      'is an OCI layout of "one:1.0.0"; an archive of docker is expected',
    );
  });

  const realLayer = tarOf({ name: 'hello', content: 'world' }).toString('latin1');

  function withRealLayer(path: string): string {
    writeFileSync(path, tarOf(...savedImage(['one:1.0.0'], realLayer)));
    return path;
  }
});
