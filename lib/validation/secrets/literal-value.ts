/** What stands for a switch or for nothing. */
const SWITCH = /^(?:true|false|yes|no|on|off|enabled?|disabled?|null|nil|none|undefined|~)$/i;
/** Numbers and times, such as how long a token lives. */
const NUMBER = /^[-+]?\d+(?:\.\d+)?(?:ms|s|m|h|d)?$/i;
/** Paths, files and URLs; a password in a URL is looked for by itself. */
const PLACE = /^(?:\.{0,2}|~)\/|^[a-z][a-z0-9+.-]*:\/|\.(?:pem|key|crt|cer|jks|p12|pfx|keytab|json|ya?ml|txt|conf)$/i;
/** Variables and placeholders: `$(X)`, `${X}`, `$X`, `%s`, `%(x)s`, `{{ x }}`, `<password>`, `****`, `ENC[…]`. */
const FILLED_IN = /^\$|\$[({]|^%[a-z(%]|^[{[(|>]|\{\{|^<.*>$|^[*x.]+$|^ENC[[(]/i;
/** What reads a value in a program: `os.environ['X']`, `process.env.X`, `read(file)`. */
const EXPRESSION = /\benv(?:iron)?[.[]|[\w)]\(|^\w+(?:\.\w+)*\[/i;
/** What a schema says of a value. */
const TYPE = /^(?:string|str|text|bytes|char|varchar|required|optional|hidden|any|object)[[\]?;,]*$/i;

/** Tells whether a text is a value as such, and not where it comes from, a switch, a number or a type. */
export function isLiteralValue(value: string): boolean {
  return isLiteralText(value) && ![NUMBER, SWITCH, TYPE].some((form) => form.test(unquoted(value)));
}

/** Tells whether a text is a value as such, whatever it looks like, and not where it comes from. */
export function isLiteralText(value: string): boolean {
  const text = unquoted(value);
  // What is most common first: a pattern that is not asked is not compiled either.
  return text !== '' && ![FILLED_IN, PLACE, EXPRESSION].some((form) => form.test(text));
}

function unquoted(value: string): string {
  return value.trim().replace(/^(["'])(.*)\1$/, '$2');
}
