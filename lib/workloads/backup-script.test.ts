import { utimesSync } from 'node:fs';
import { Duration } from 'cdk8s';
import { backupScript } from './backup-script';
import { ScriptSandbox } from './testing/script-sandbox';

const NEW_BACKUP = /^\d{8}-\d{6}\.dump$/;
const HOUR = 60 * 60;

function run(sandbox: ScriptSandbox, dump: string, retentionDays = 7) {
  const script = backupScript({ dump, suffix: '.dump' }, Duration.days(retentionDays));
  return sandbox.run(['bash', '-euo', 'pipefail', '-c', script]);
}

/** Puts a backup there that was made some hours ago. */
function aBackup(sandbox: ScriptSandbox, name: string, ageHours: number): void {
  sandbox.write(`/backup/${name}`, 'old');
  const time = Date.now() / 1000 - ageHours * HOUR;
  utimesSync(sandbox.translate(`/backup/${name}`), time, time);
}

test('a backup is there under its name once it is whole', () =>
  ScriptSandbox.use((sandbox) => {
    const { status, stdout } = run(sandbox, 'echo content > "$partial"');

    const [name = '', ...others] = sandbox.list('/backup');
    expect(status).toBe(0);
    expect(name).toMatch(NEW_BACKUP);
    expect(others).toEqual([]);
    expect(sandbox.read(`/backup/${name}`)).toBe('content\n');
    expect(stdout).toContain(`backed up to ${sandbox.translate('/backup')}/${name}`);
  }));

test('a backup that is a folder is there under its name, too', () =>
  ScriptSandbox.use((sandbox) => {
    expect(run(sandbox, 'mkdir "$partial"; echo content > "$partial/shard"').status).toBe(0);

    const [name = ''] = sandbox.list('/backup');
    expect(name).toMatch(NEW_BACKUP);
    expect(sandbox.list(`/backup/${name}`)).toEqual(['shard']);
  }));

test('nobody but the owner reads a backup', () =>
  ScriptSandbox.use((sandbox) => {
    const { stdout } = run(sandbox, 'echo content > "$partial"');

    expect(stdout).toMatch(/^-rw------- /m);
  }));

test.each([
  [7, 7 * 24 + 1, false],
  [7, 7 * 24 - 1, true],
  [2, 49, false],
  [2, 47, true],
  [1, 25, false],
  [1, 23, true],
])('with a retention of %d days, a backup of %d hours ago is kept: %p', (retention, ageHours, kept) =>
  ScriptSandbox.use((sandbox) => {
    aBackup(sandbox, '20240101-000000.dump', ageHours);

    expect(run(sandbox, 'echo content > "$partial"', retention).status).toBe(0);

    expect(sandbox.list('/backup').includes('20240101-000000.dump')).toBe(kept);
  }),
);

test('what is not a backup of this store stays, however old it is', () =>
  ScriptSandbox.use((sandbox) => {
    aBackup(sandbox, 'before-upgrade.tar', 10_000);

    expect(run(sandbox, 'echo content > "$partial"').status).toBe(0);

    expect(sandbox.list('/backup')).toContain('before-upgrade.tar');
  }));

test('a backup that fails leaves every old one, and ends as failed', () =>
  ScriptSandbox.use((sandbox) => {
    aBackup(sandbox, '20240101-000000.dump', 10_000);

    const { status } = run(sandbox, 'echo half > "$partial"; sh -c "exit 3"');

    expect(status).toBe(3);
    expect(sandbox.list('/backup').filter((name) => name.endsWith('.dump'))).toEqual(['20240101-000000.dump']);
  }));

test('a dump that fails in a pipe is a failed backup', () =>
  ScriptSandbox.use((sandbox) => {
    aBackup(sandbox, '20240101-000000.dump', 10_000);

    const { status } = run(sandbox, 'sh -c "echo half; exit 2" | cat > "$partial"');

    expect(status).toBe(2);
    expect(sandbox.list('/backup').filter((name) => name.endsWith('.dump'))).toEqual(['20240101-000000.dump']);
  }));

test('a dump that uses a variable that is not set is a failed backup', () =>
  ScriptSandbox.use((sandbox) => {
    const { status, stderr } = run(sandbox, 'echo "$NO_PASSWORD" > "$partial"');

    expect(status).not.toBe(0);
    expect(stderr).toContain('NO_PASSWORD: unbound variable');
  }));

test('what a killed run left, a file or a folder, is removed by the next one', () =>
  ScriptSandbox.use((sandbox) => {
    run(sandbox, 'echo half > "$partial"; exit 1');
    sandbox.run(['mkdir', '/backup/20240101-000000.dump.partial']);
    sandbox.write('/backup/20240101-000000.dump.partial/shard', 'half');

    expect(run(sandbox, 'echo content > "$partial"').status).toBe(0);

    expect(sandbox.list('/backup')).toEqual([expect.stringMatching(NEW_BACKUP)]);
  }));

test('a run that fails removes what an earlier one left, so that it does not fill the claim', () =>
  ScriptSandbox.use((sandbox) => {
    sandbox.write('/backup/20240101-000000.dump.partial', 'half');

    expect(run(sandbox, 'exit 1').status).toBe(1);

    expect(sandbox.list('/backup')).toEqual([]);
  }));
