import { beginningOf, textForms } from './text-forms';

type FormName = keyof typeof textForms;

test.each<[FormName, readonly string[]]>([
  ['serviceName', ['a', 'a1', 'my-service', 'a'.repeat(63)]],
  ['portName', ['http', 'a', '1a', 'a-b', 'abcdefghijklmno']],
  ['envName', ['A', '_a', '-a', '.a', 'a.b-c', 'A1']],
  ['dataKey', ['a', '1', '.a', '_', 'a..b', 'a'.repeat(253)]],
  ['labelKey', ['a', 'A', 'a_b.c-d', 'a.b/C', `${'a'.repeat(64)}.b/c`, 'a'.repeat(63)]],
  ['annotationKey', ['a', 'A.B/c', 'a.b/C']],
  ['labelValue', ['', 'a', '1.2_3-A', 'a'.repeat(63)]],
  ['pathSegment', ['', 'Deployment', 'a:b', '...']],
  ['headerName', ['Host', 'X-1']],
  ['relativePath', ['', 'a', 'a/b', 'a..b', '..a', './a']],
  ['dnsNameOrWildcard', ['a', 'a.b', '*.a']],
  ['sysctl', ['a', 'net.core.somaxconn', 'net/ipv4/ip_forward']],
  ['ipBlock', ['10.0.0.0/8']],
  ['ipAddress', ['10.0.0.1']],
])('%s is what %j are', (name, texts) => {
  expect(texts.filter((text) => !textForms[name].matches(text))).toEqual([]);
});

test.each<[FormName, readonly string[]]>([
  ['serviceName', ['', '1a', 'A', 'a.b', 'a-', 'a'.repeat(64)]],
  ['portName', ['', '80', 'a--b', '-a', 'a-', 'Http', 'a_b', 'abcdefghijklmnop']],
  ['envName', ['', '1a', 'a b', '.', '..', '..a', 'ä', 'A\n']],
  ['dataKey', ['', '.', '..', '..a', 'a b', 'a/b', 'a'.repeat(254)]],
  ['labelKey', ['', '/a', 'a/', 'a/b/c', 'A/b', '-a', 'a-', 'a b', 'a'.repeat(64)]],
  ['annotationKey', ['', '/a', 'a/b/c', '_a']],
  ['labelValue', ['-a', 'a.', 'a b', 'ä', 'a'.repeat(64), 'a\n']],
  ['pathSegment', ['.', '..', 'a/b', '50%']],
  ['filledPathSegment', ['', '.', '..', 'a/b', '50%']],
  ['headerName', ['', 'a b', 'a_b', 'a:']],
  ['relativePath', ['/a', '..', '../a', 'a/../b']],
  ['dnsNameOrWildcard', ['', '*', '*a.b', 'a.*', '*.*.a', 'A.b']],
  ['sysctl', ['', 'A', 'a..b', '-a']],
  ['ipBlock', ['10.0.0.0', '10.0.0.0/33']],
  ['ipAddress', ['10.0.0.256']],
])('%s is not what %j are', (name, texts) => {
  expect(texts.filter((text) => textForms[name].matches(text))).toEqual([]);
});

test('the beginning of a name may end in a dash', () => {
  const { matches } = beginningOf(textForms.dnsLabel);

  expect(['job-', 'job', 'a-b-'].every(matches)).toBe(true);
  expect(['-', 'job.', '-job'].some(matches)).toBe(false);
});
