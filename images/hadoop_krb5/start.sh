#!/bin/sh
# Logs in to Kerberos and becomes the program that the arguments name. A Spark job whose driver runs in YARN, which
# YARN_TAG tells, gets a launcher instead: killing spark-submit would not stop the job, and starting it again would
# make it run twice.
set -eu
start=${0%/*}
# shellcheck source=../start/messages.sh
. "$start/messages.sh"
# shellcheck source=../start/hold.sh
. "$start/hold.sh"
# shellcheck source=every.sh
. "$start/every.sh"
# shellcheck source=kerberos.sh
. "$start/kerberos.sh"
# shellcheck source=yarn.sh
. "$start/yarn.sh"
# shellcheck source=driver-variables.sh
. "$start/driver-variables.sh"
# shellcheck source=launcher.sh
. "$start/launcher.sh"

# tidy: removes what the container before this one left in /tmp, which outlives a restart. Its heartbeat is none of
# this one, and what Spark left when it was killed would fill the volume in time.
tidy() {
  rm -rf /tmp/heartbeat /tmp/spark-* /tmp/blockmgr-*
}

hold
[ "$#" -gt 0 ] || fail 'no program is named in the arguments; the YAML of the workload has to name one'
tidy
log_in
if [ "$1" = spark-submit ] && [ -n "${YARN_TAG:-}" ]; then
  shift
  launch "$@"
fi
exec "$@"
