# shellcheck shell=sh

# hold: where DEBUG_HOLD is true, waits instead of going on, so that the start can be tried by hand.
hold() {
  [ "${DEBUG_HOLD:-}" = true ] || return 0
  say 'DEBUG_HOLD is true: nothing is started; take it out of the YAML to go on'
  # Process 1 has no default action for SIGTERM: without a handler it would be killed only after the grace period.
  trap 'exit 0' TERM INT
  # A shell runs its handler between two commands, so a longer sleep would make the stop as long.
  while :; do
    sleep 1
  done
}
