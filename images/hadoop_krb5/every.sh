# shellcheck shell=sh

# every SECONDS PROCESS COMMAND...: runs a command every so many seconds for as long as a process lives. Meant for the
# background; it ends by itself, at most 5 seconds after the process.
every() (
  seconds=$1
  process=$2
  shift 2
  nap=$((seconds < 5 ? seconds : 5))
  left=$seconds
  while kill -0 "$process" 2>/dev/null; do
    if [ "$left" -le 0 ]; then
      "$@" || :
      left=$seconds
    fi
    sleep "$nap"
    left=$((left - nap))
  done
)
