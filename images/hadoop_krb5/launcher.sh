# shellcheck shell=sh
# The launcher of a Spark job whose driver runs in YARN. Of one job there is never more than one application.

YARN_POLL_SECONDS=${YARN_POLL_SECONDS:-30}
DRAIN_SECONDS=${DRAIN_SECONDS:-600}
HDFS_SECONDS=120
DRIVER_FILE=/tmp/driver.properties
child=

# launch ARGUMENTS...: watches the application of this revision, submitting it with these arguments of spark-submit
# where it does not run yet. Ends with it, and never returns.
launch() {
  require YARN_REVISION YARN_URLS STOP_MARKER
  trap leave TERM INT
  list_applications "$YARN_TAG" || refuse
  running=$listed
  list_applications "$YARN_TAG-$YARN_REVISION" || refuse
  if [ -z "$running" ]; then
    submit "$@"
  elif [ "$listed" = "$running" ] && [ "$(printf '%s\n' "$running" | wc -l)" -eq 1 ]; then
    attach "$running"
  else
    drain
    submit "$@"
  fi
}

refuse() {
  fail "cannot ask YARN whether $YARN_TAG runs already, so nothing is submitted:$refusals" \
    'check the resource managers, and that they accept the ticket (SPNEGO) and this image their certificate'
}

# leave: ends because it was asked to, and leaves what runs in YARN running, as the next launcher attaches to it.
leave() {
  [ -z "$child" ] || kill "$child" 2>/dev/null || :
  rm -f "$DRIVER_FILE"
  say 'asked to stop; an application in YARN goes on, and the next start finds it'
  exit 0
}

# attach ID: watches an application to its end. A resource manager that does not answer is waited for: the application
# goes on without it, and only the heartbeat gets old.
attach() {
  say "$1 of this revision runs already; watches it"
  while :; do
    if ! look_up "$1"; then
      say "cannot ask YARN about $1; tries again in $YARN_POLL_SECONDS seconds:$refusals"
    elif [ "$state:$ending" = FINISHED:SUCCEEDED ]; then
      say "$1 ended: FINISHED, SUCCEEDED"
      exit 0
    else
      case $state in
        NEW | NEW_SAVING | SUBMITTED | ACCEPTED | RUNNING) touch /tmp/heartbeat ;;
        FINISHED | FAILED | KILLED | GONE) fail "$1 ended: $state, $ending" ;;
        *) say "$1 is in a state that is not known: $state" ;;
      esac
    fi
    run sleep "$YARN_POLL_SECONDS"
  done
}

# drain: has the applications in $running finish what they have read, and waits until they ended. YARN itself would
# give them a quarter of a second.
drain() {
  say "stops what runs of another revision:" "$(one_line "$running")"
  { in_hdfs -mkdir -p "${STOP_MARKER%/*}" && in_hdfs -touchz "$STOP_MARKER"; } ||
    fail "cannot make the stop marker $STOP_MARKER in HDFS; nothing is submitted"
  deadline=$(($(date +%s) + DRAIN_SECONDS))
  while [ -n "$running" ]; do
    [ "$(date +%s)" -lt "$deadline" ] || fail "waited $DRAIN_SECONDS seconds for $(one_line "$running") to stop at" \
      "$STOP_MARKER; nothing is submitted, and the next start waits again. To end it at once, and lose what it" \
      'has read: yarn application -kill'
    run sleep "$YARN_POLL_SECONDS"
    if list_applications "$YARN_TAG"; then
      running=$listed
    else
      say "cannot ask YARN whether they ended:$refusals"
    fi
  done
}

# submit ARGUMENTS...: submits the application and ends as spark-submit does, which waits for it.
submit() {
  # One is also left over where a launcher was killed while it waited.
  in_hdfs -rm -f -skipTrash "$STOP_MARKER" ||
    fail "cannot remove the stop marker $STOP_MARKER, at which a new application would stop; nothing is submitted"
  write_driver_variables "$DRIVER_FILE" || fail "cannot write $DRIVER_FILE; nothing is submitted"
  # Else the JVM takes a quarter of the container, too little to submit with.
  export SPARK_SUBMIT_OPTS="${SPARK_SUBMIT_OPTS:--XX:MaxRAMPercentage=50.0}"
  spark-submit "--files=$DRIVER_FILE" "$@" &
  child=$!
  every "$YARN_POLL_SECONDS" "$child" beat &
  wait "$child" && status=0 || status=$?
  rm -f "$DRIVER_FILE"
  say "spark-submit ended with $status"
  exit "$status"
}

# beat: gives a sign of life while YARN has the application.
beat() {
  list_applications "$YARN_TAG-$YARN_REVISION" || {
    say "cannot ask YARN whether the application runs:$refusals"
    return
  }
  [ -z "$listed" ] || touch /tmp/heartbeat
}

in_hdfs() {
  run timeout "$HDFS_SECONDS" hdfs dfs "$@"
}

one_line() {
  printf '%s' "$1" | tr '\n' ' '
}
