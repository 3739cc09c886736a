#!/bin/sh
# Restarts one workload without a change.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=messages.sh
. "$here/messages.sh"
# shellcheck source=cluster.sh
. "$here/cluster.sh"

usage() {
  cat <<'TEXT'
usage: sh steps/restart.sh --namespace NAMESPACE --state FOLDER WORKLOAD

Restarts Deployment WORKLOAD the way its updates roll out; FOLDER/changed then lists it, for verify.sh.
不改任何内容，重启一个工作负载。
TEXT
}

namespace='' state='' workload=''
while [ "$#" -gt 0 ]; do
  case $1 in
  --help) usage && exit 0 ;;
  --*) need_value "$1" "$#" ;;
  esac
  case $1 in
  --namespace) namespace=$2 && shift ;;
  --state) state=$2 && shift ;;
  -*) misused "does not know \"$1\"" ;;
  *) workload=$1 ;;
  esac
  shift
done
need_option --namespace "$namespace"
need_option --state "$state"
need_option WORKLOAD "$workload"
case $workload in
*[!a-z0-9-]*) misused "WORKLOAD is \"$workload\"; expected the name of a Deployment, as in anomaly-alert" ;;
esac
need_program kubectl
make_scratch
mkdir -p "$state"
rm -f "$state/changed" "$state/failed"

cluster get deployments.apps --selector app.kubernetes.io/part-of=znyw --no-headers \
  --output "$(rollout_columns)" >"$scratch/before" ||
  cannot "could not list the workloads of $namespace" "Read what kubectl said above." "无法列出工作负载，请看上面的提示。"
awk -v name="$workload" '$2 == name' "$scratch/before" >"$scratch/after"
[ -s "$scratch/after" ] || fail "there is no workload $workload in $namespace" \
  "Name one of: $(awk '{ print $2 }' "$scratch/before" | sort | tr '\n' ' ')" "没有这个工作负载，请从以上名单中选择。"

cluster rollout restart "deployment/$workload"
# Compared with nothing, it counts as changed.
started_rollouts /dev/null "$scratch/after" >"$state/changed"
