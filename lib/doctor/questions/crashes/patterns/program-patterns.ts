import type { LogPattern } from '../log-pattern';

const IMAGE = {
  en: 'Build the image with it, or take the tag that has it.',
  zh: '构建包含它的镜像，或改用包含它的镜像标签。',
};

/** Programs, or parts of them, that the image does not have. */
export const programPatterns: readonly LogPattern[] = [
  {
    sign: /(?:ModuleNotFoundError: No module named|ImportError: (?:cannot import name|No module named)) '?([\w.]{1,120})/,
    wrong: { en: 'the image lacks the Python module $1', zh: '镜像缺少 Python 模块 $1' },
    remedy: IMAGE,
    field: 'image',
  },
  {
    sign: /Failed to find attribute '([^']{1,80})' in '([^']{1,80})'|(?:AppImportError|Error: class uri .{1,80} invalid)/,
    wrong: { en: 'gunicorn does not find the application $1 in $2', zh: 'gunicorn 在 $2 中找不到应用 $1' },
    remedy: { en: 'Correct the application in args (module:name).', zh: '更正 args 中的应用（module:name）。' },
    field: 'args',
  },
  {
    sign: /UnsupportedClassVersionError: (\S{1,160}).{0,200}class file version (\d+).{0,200}up to (\d+)/,
    wrong: {
      en: '$1 is compiled for a newer Java (class file version $2) than the image has (up to $3)',
      zh: '$1 由更新的 Java 编译（class 版本 $2），镜像的 Java 最高支持 $3',
    },
    remedy: {
      en: 'Use an image with the Java that it was compiled for (61 is Java 17, 55 Java 11, 52 Java 8), or compile it for this one.',
      zh: '使用对应 Java 版本的镜像（61 为 Java 17，55 为 Java 11，52 为 Java 8），或按镜像版本重新编译。',
    },
    field: 'image',
  },
  {
    sign: /Unable to access jarfile (\S{1,200})|no main manifest attribute, in (\S{1,200})|Could not find or load main class (\S{1,200})|Failed to load class (\S{1,160})\.?$|(?:Cannot load main class from JAR|Local jar) (\S{1,200})/,
    wrong: { en: 'Java does not find the program $1$2$3$4$5', zh: 'Java 找不到程序 $1$2$3$4$5' },
    remedy: {
      en: 'Correct the jar or class in args, or build the image with it.',
      zh: '更正 args 中的 jar 或类名，或构建包含它的镜像。',
    },
    field: 'args',
  },
  {
    sign: /(?:Caused by: |Exception in thread "[^"]{0,80}" |Error: |ERROR.{0,120})(?:java\.lang\.)?(?:ClassNotFoundException|NoClassDefFoundError|NoSuchMethodError): ?(\S{1,200})/,
    wrong: { en: 'the class $1 is not in the image, or of another version', zh: '镜像中缺少类 $1，或版本不符' },
    remedy: IMAGE,
    field: 'image',
  },
  {
    sign: /(?:^|\s)(?:(?:\/bin\/)?(?:sh|bash|ash|dash|start|env)|\S{1,100}\.sh|exec): (?:line \d+: |\d+: )?(?:exec: )?'?([^\s:']{1,120})'?: (?:command )?not found/,
    wrong: { en: 'the program $1 is not in the image', zh: '镜像中没有程序 $1' },
    remedy: {
      en: 'Correct command and args, or build the image with it.',
      zh: '更正 command 和 args，或构建包含它的镜像。',
    },
    field: 'command',
  },
  {
    sign: /env: '?(\S{1,80}?)'?: No such file or directory|(?:sh|bash)\\r|\^M: |\$'\\r'|bad interpreter: (\S{1,80})/,
    wrong: {
      en: 'the interpreter of a script is not there ($1$2): the script may have Windows line ends',
      zh: '脚本的解释器不存在（$1$2），脚本可能带 Windows 换行符',
    },
    remedy: {
      en: 'Save the script with Unix line ends, and build the image again.',
      zh: '以 Unix 换行符保存脚本后重新构建镜像。',
    },
    field: 'image',
  },
  {
    sign: /error while loading shared libraries: (\S{1,120}?):|UnsatisfiedLinkError: (.{1,160})/,
    wrong: { en: 'the library $1$2 is not in the image', zh: '镜像缺少动态库 $1$2' },
    remedy: {
      en: 'Build the image with it; programs for glibc do not run on Alpine.',
      zh: '构建包含它的镜像；为 glibc 编译的程序不能在 Alpine 上运行。',
    },
    field: 'image',
  },
  {
    sign: /(?:SyntaxError|IndentationError): (.{1,120})|(?:sh|bash|\.sh): (?:line )?\d+: [Ss]yntax error:? ?(.{0,120})|\[FATAL.{0,20}syntax error/,
    wrong: { en: 'a script has an error of syntax: $1$2', zh: '脚本语法错误：$1$2' },
    remedy: {
      en: 'Correct the script, and build the image again, or correct it in the ConfigMap.',
      zh: '更正脚本并重新构建镜像，或在 ConfigMap 中更正。',
    },
    field: 'command',
  },
  {
    sign: /FileNotFoundError: \[Errno 2\] No such file or directory: '([^']{1,200})'|(?:java\.io\.FileNotFoundException|NoSuchFileException): (\S{1,200})|can't open file '([^']{1,200})'|(?:cat|cp|sh|bash|source|\.): (?:can't (?:open|cd to) )?'?([^\s':]{1,200})'?: (?:No such file or directory|not found)|ENOENT: no such file or directory, \w+ '([^']{1,200})'/,
    wrong: { en: 'the file $1$2$3$4$5 is not there', zh: '文件 $1$2$3$4$5 不存在' },
    remedy: {
      en: 'Mount it (ConfigMap, Secret with this key) or build it into the image, or correct the path.',
      zh: '用 ConfigMap/Secret（含该 key）挂载它，或打进镜像，或更正路径。',
    },
    field: 'volumeMounts',
  },
  {
    sign: /WORKER TIMEOUT \(pid:\d+\)/,
    wrong: {
      en: 'a worker of gunicorn takes longer than --timeout and is ended',
      zh: 'gunicorn 的 worker 超过 --timeout 被结束',
    },
    remedy: {
      en: 'Raise --timeout in GUNICORN_CMD_ARGS (together with the time-outs of nginx and the Ingress), or find out what takes so long; too little CPU is a reason, too.',
      zh: '调大 GUNICORN_CMD_ARGS 中的 --timeout（并与 nginx、Ingress 的超时保持一致），或查明耗时原因；CPU 太小也会导致超时。',
    },
    field: 'env[GUNICORN_CMD_ARGS]',
  },
];
