import { addressesIn, addressesListed } from './written-addresses';

test.each<[string, string[]]>([
  ['http://web', ['http://web']],
  ['http://user:word@web:80/path', ['http://web:80']],
  ['jdbc:mysql://db:3306/x', ['mysql://db:3306']],
  ['proxy_pass HTTP://Web.Shop.;', ['http://web.shop']],
  ['mongodb://u:p@a:1,b:2/x', ['mongodb://a:1', 'b:2']],
  ['root@tcp(db:3306)/x', ['db:3306']],
  ['redis-cli -h cache -p 6379', ['cache:6379']],
  ['--db-host=db --port 3306', ['db:3306', 'db']],
  ['influxd backup -host db:8088 x', ['db:8088', 'db:8088']],
  ['host: db', ['db']],
  ['  bootstrap.servers = a:1, b:2', ['a:1', 'b:2', 'bootstrap.servers']],
])('%p holds %j', (text, expected) => {
  expect(addressesIn(text).map(written)).toEqual(expected);
});

test.each([
  'web',
  'dtr.bank.example/znyw/web:7',
  'redis:7.2.5',
  '12:30:59',
  'http://$HOST:80',
  'http://web-$(ZONE)',
  'http://{{ host }}/',
  'hdfs:///user',
  '# http://web',
  '  // http://web',
])('%p holds none', (text) => {
  expect(addressesIn(text).map(written)).toEqual([]);
});

test.each<[string, string[]]>([
  ['db', ['db']],
  ['a:1, b:2;c', ['a:1', 'b:2', 'c']],
  ['http://web:80/x', ['http://web:80']],
  ['$(HOST)', []],
  ['', []],
])('a list %p holds %j', (text, expected) => {
  expect([...new Set(addressesListed(text).map(written))]).toEqual(expected);
});

test('a long line is read once', () => {
  const texts = ['a-', 'a.', 'web:', '://', '--host=', 'host = a '].map((part) => part.repeat(200_000));

  for (const text of texts) {
    const start = performance.now();
    addressesIn(text);
    expect(performance.now() - start).toBeLessThan(5000);
  }
});

function written({ scheme, host, port }: { scheme?: string; host: string; port?: number }): string {
  return `${scheme === undefined ? '' : `${scheme}://`}${host}${port === undefined ? '' : `:${port}`}`;
}
