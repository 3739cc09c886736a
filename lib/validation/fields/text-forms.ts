import { isDnsLabel, isDnsSubdomain } from '../names/dns-name';
import { isIpAddress, tryIpBlock } from '../reach/ip-block';

/** A form that a text of an API object has to have. */
export interface TextForm {
  readonly matches: (text: string) => boolean;
  /** What is expected, to be put before "is expected". */
  readonly expected: string;
}

const QUALIFIED_PART = /^(?:[A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;
const PORT_NAME = /^(?!-)(?!.*--)(?!.*-$)[-a-z0-9]{1,15}$/;
const BOUNDARY = 'with a letter or digit at both ends';

/**
 * The forms of names that the API server knows.
 *
 * @see k8s.io/apimachinery v0.27 pkg/util/validation/validation.go
 */
export const textForms = {
  dnsLabel: { matches: isDnsLabel, expected: `a name of at most 63 of a-z, 0-9 and "-", ${BOUNDARY},` },
  dnsSubdomain: {
    matches: isDnsSubdomain,
    expected: `a name of at most 253 of a-z, 0-9, "-" and ".", ${BOUNDARY} and beside each ".",`,
  },
  serviceName: {
    matches: (text) => isDnsLabel(text) && /^[a-z]/.test(text),
    expected: 'a name of at most 63 of a-z, 0-9 and "-", with a letter first and a letter or digit last,',
  },
  portName: {
    matches: (text) => PORT_NAME.test(text) && /[a-z]/.test(text),
    expected: 'a name of at most 15 of a-z, 0-9 and "-", with a letter, and no "-" at an end or beside another,',
  },
  envName: {
    matches: (text) => /^[-._a-zA-Z][-._a-zA-Z0-9]*$/.test(text) && !climbs(text),
    expected: 'a name of letters, digits, "_", "-" and ".", which does not begin with a digit or "..",',
  },
  dataKey: {
    matches: (text) => text.length <= 253 && /^[-._a-zA-Z0-9]+$/.test(text) && !climbs(text),
    expected: 'a key of at most 253 letters, digits, "-", "_" and ".", which does not begin with ".." and is not ".",',
  },
  labelKey: {
    matches: isQualifiedName,
    expected: `at most 63 letters, digits, "-", "_" and ".", ${BOUNDARY}, after at most one DNS name and "/",`,
  },
  annotationKey: {
    matches: (text) => isQualifiedName(text.toLowerCase()),
    expected: `at most 63 letters, digits, "-", "_" and ".", ${BOUNDARY}, after at most one DNS name and "/",`,
  },
  labelValue: {
    matches: (text) => text === '' || (text.length <= 63 && QUALIFIED_PART.test(text)),
    expected: `at most 63 letters, digits, "-", "_" and ".", ${BOUNDARY},`,
  },
  pathSegment: {
    matches: (text) => text !== '.' && text !== '..' && !/[/%]/.test(text),
    expected: 'a name without "/" and "%", which is not "." or "..",',
  },
  filledPathSegment: {
    matches: (text) => text !== '' && text !== '.' && text !== '..' && !/[/%]/.test(text),
    expected: 'a name without "/" and "%", which is not "." or "..",',
  },
  sysctl: {
    matches: (text) =>
      text.length <= 253 && text.split(/[./]/).every((part) => /^[a-z0-9](?:[-_a-z0-9]*[a-z0-9])?$/.test(part)),
    expected: 'a name such as net.core.somaxconn',
  },
  headerName: { matches: (text) => /^[-A-Za-z0-9]+$/.test(text), expected: 'a name of letters, digits and "-"' },
  ipAddress: { matches: isIpAddress, expected: 'an IP address' },
  ipBlock: { matches: (text) => tryIpBlock(text) !== undefined, expected: 'an IP block such as 10.0.0.0/8' },
  relativePath: {
    matches: (text) => !text.startsWith('/') && !goesUp(text),
    expected: 'a relative path without ".."',
  },
  dnsNameOrWildcard: {
    matches: (text) =>
      text.includes('*')
        ? text.length <= 253 && text.startsWith('*.') && isDnsSubdomain(text.slice(2))
        : isDnsSubdomain(text),
    expected: 'a DNS name in small letters, or one with "*." before it,',
  },
} as const satisfies Readonly<Record<string, TextForm>>;

/**
 * Returns the form of the beginning of a name, to which something is added: it may end in "-".
 *
 * @see k8s.io/apimachinery v0.27 pkg/api/validation/generic.go, maskTrailingDash
 */
export function beginningOf({ matches, expected }: TextForm): TextForm {
  return {
    matches: (text) => matches(text.length > 1 && text.endsWith('-') ? `${text.slice(0, -2)}a` : text),
    expected: `${expected} or a beginning of one that ends with "-",`.replace(',,', ','),
  };
}

function isQualifiedName(text: string): boolean {
  const slash = text.indexOf('/');
  if (slash === -1) return text.length <= 63 && QUALIFIED_PART.test(text);
  // A second one fits no part.
  const name = text.slice(slash + 1);
  return name.length <= 63 && QUALIFIED_PART.test(name) && isDnsSubdomain(text.slice(0, slash));
}

/** Tells whether a path has ".." among its parts. */
export function goesUp(path: string): boolean {
  return path.includes('..') && path.split('/').includes('..');
}

/** Tells whether a file of this name would leave its folder. */
function climbs(text: string): boolean {
  return text === '.' || text.startsWith('..');
}
