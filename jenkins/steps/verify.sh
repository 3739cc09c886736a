#!/bin/sh
# Waits until what was changed is ready.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=messages.sh
. "$here/messages.sh"
# shellcheck source=cluster.sh
. "$here/cluster.sh"

usage() {
  cat <<'TEXT'
usage: sh steps/verify.sh --namespace NAMESPACE --state FOLDER

Waits for the rollouts in FOLDER/changed, which apply.sh and restart.sh write: a line `<kind>/<name> <seconds>` each.
Those that do not become ready in their time are in FOLDER/failed afterwards.
等待有变化的工作负载就绪。
TEXT
}

namespace='' state=''
while [ "$#" -gt 0 ]; do
  [ "$1" != --help ] || { usage && exit 0; }
  need_value "$1" "$#"
  case $1 in
  --namespace) namespace=$2 ;;
  --state) state=$2 ;;
  *) misused "does not know \"$1\"" ;;
  esac
  shift 2
done
need_option --namespace "$namespace"
need_option --state "$state"
[ -f "$state/changed" ] || cannot "there is no $state/changed" "Run apply.sh or restart.sh first." \
  "请先运行 apply.sh 或 restart.sh。"
need_program kubectl
rm -f "$state/failed"

watch_rollouts "$state/changed" "$state/failed" || fail_rollouts "$state/failed"
if [ -s "$state/changed" ]; then
  say "ready: everything that changed"
else
  say "nothing changed that rolls out"
fi
