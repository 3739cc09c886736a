# shellcheck shell=sh
# What every start script says, on standard error, where `kubectl logs` shows it. It never prints a value of the
# environment that may be a password.

say() {
  printf 'start: %s\n' "$*" >&2
}

# fail MESSAGE: ends the container. Kubernetes starts it again, later each time, so nothing here tries for ever.
fail() {
  say "$@"
  exit 1
}

# require NAME...: ends where a variable is missing or empty.
require() {
  for name in "$@"; do
    [ -n "$(printenv "$name")" ] || fail "the variable $name is not set; the YAML of the workload has to set it"
  done
}
