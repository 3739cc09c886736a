# shellcheck shell=sh
# What every step says and how it ends. Exit codes: 0 fine; 1 something is wrong that a person has to change; 2 called
# wrongly; 3 could not run (a program is missing, SVN, the DTR or the cluster did not answer). Nothing here prints the
# value of a variable that may be a password.

step=${0##*/}

say() {
  printf '%s\n' "$*"
}

# fail MESSAGE REMEDY CHINESE: ends the step, as somebody has to change something.
fail() {
  explain "$@"
  exit 1
}

# cannot MESSAGE REMEDY CHINESE: ends the step, as it could not find out or could not do it.
cannot() {
  explain "$@"
  exit 3
}

explain() {
  printf 'error %s: %s\n  to fix: %s\n  处理：%s\n' "$step" "$1" "$2" "$3" >&2
}

# misused MESSAGE: ends the step with its usage.
misused() {
  printf 'error %s: %s\n' "$step" "$1" >&2
  usage >&2
  exit 2
}

# need_value OPTION COUNT: ends the step where an option is the last word.
need_value() {
  [ "$2" -ge 2 ] || misused "$1 has no value"
}

# need_option OPTION VALUE: ends the step where an option was left out.
need_option() {
  [ -n "$2" ] || misused "$1 is missing"
}

# need_truth OPTION VALUE: ends the step where a value is neither true nor false, which is how Jenkins writes them.
need_truth() {
  case $2 in
  true | false) ;;
  *) misused "$1 is \"$2\"; expected true or false" ;;
  esac
}

# need_program NAME: ends the step where the agent has no such program.
need_program() {
  command -v "$1" >/dev/null 2>&1 ||
    cannot "the program $1 is not on this agent" "Install $1 on the Jenkins agent." "在 Jenkins 节点上安装 $1。"
}

# make_scratch: makes a folder of this run alone, in $scratch, which is gone when the step ends. Others on the agent
# cannot read it.
make_scratch() {
  umask 077
  scratch=$(mktemp -d "${TMPDIR:-/tmp}/znyw-step.XXXXXX")
  trap 'rm -rf "$scratch"' EXIT
  trap 'exit 129' HUP
  trap 'exit 130' INT
  trap 'exit 143' TERM
}
