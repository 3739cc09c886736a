#!/bin/sh
# Says why workloads are not ready, for the end of a build log. It reads no Secret.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=messages.sh
. "$here/messages.sh"
# shellcheck source=cluster.sh
. "$here/cluster.sh"

usage() {
  cat <<'TEXT'
usage: sh steps/diagnose.sh --namespace NAMESPACE --environment NAME [--state FOLDER] [--lines NUMBER] [WORKLOAD...]

Says what the cluster knows about the WORKLOADs; without any, about those in FOLDER/failed, and where nothing is there,
about all whose rollout has not come to an end. Where node and znyw are on the agent, the doctor says it; otherwise, or
where it cannot, kubectl: log, log of the last try, description, events. Each part has NUMBER (40) lines at most.
构建失败时，说明工作负载为什么没有就绪。
TEXT
}

# The longest line that is kept; a stack trace on one line would push everything else out.
line_width=400

# bounded: keeps the end of each part, where the reason is. A password that a program prints itself is covered.
bounded() {
  tail -n "$lines" | cut -c "1-$line_width" | sed -E \
    -e 's#(://[^:/@ ]*:)[^@/ ]+@#\1****@#g' \
    -e 's/((password|passwd|passphrase|secret|token|credential)s?["'\'']?[[:space:]]*[=:][[:space:]]*)[^[:space:],;]+/\1****/Ig'
}

# part TITLE WORD...: prints what a call of kubectl says, or that it could not tell.
part() {
  title=$1
  shift
  printf '\n--- %s\n' "$title"
  { cluster "$@" </dev/null 2>&1 || say "kubectl could not tell."; } >"$scratch/part"
  bounded <"$scratch/part"
}

# described POD: prints the states of its containers; what the YAML says of them is in SVN, and would push them out.
described() {
  printf '\n--- %s\n' "$1"
  cluster describe "$1" --show-events=false </dev/null >"$scratch/described" 2>&1 || say "kubectl could not tell."
  sed '/^Volumes:/,$d' "$scratch/described" | grep -E '^(Name|Node|Status|Reason|Message):|^(Error|kubectl)|^  [a-z0-9-]+:$|^    (Image|State|Last State|Ready|Restart Count):|^      (Reason|Message|Exit Code):' |
    bounded
}

# diagnose WORKLOAD: the events come last, and ReplicaSets are among them: what a quota refuses has no Pod to carry it.
diagnose() {
  printf '\n===== %s\n' "$1"
  selector=app.kubernetes.io/part-of=znyw,app.kubernetes.io/name=$1
  # Without any, the events say why. Replicas fail alike, so the two newest are enough.
  cluster get pods --selector "$selector" --sort-by=.metadata.creationTimestamp --output name \
    </dev/null 2>/dev/null | tail -n 2 >"$scratch/pods"
  while read -r pod; do
    part "log of $pod" logs "$pod" --all-containers --prefix --tail="$lines"
    part "log of $pod, the last try" logs "$pod" --all-containers --prefix --previous --tail="$lines"
    described "$pod"
  done <"$scratch/pods"
  part "$1 and its Pods" get deployments.apps,replicasets.apps,pods,persistentvolumeclaims \
    --selector "$selector" --output wide
  printf '\n--- events of %s\n' "$1"
  if cluster get events --sort-by=.lastTimestamp --output \
    'custom-columns=LAST:.lastTimestamp,TYPE:.type,KIND:.involvedObject.kind,NAME:.involvedObject.name,REASON:.reason,MESSAGE:.message' \
    </dev/null >"$scratch/events" 2>&1; then
    awk -v own="^$1(-[a-z0-9]+)?(-[a-z0-9]+)?\$" 'NR == 1 || $4 ~ own' "$scratch/events" | bounded
  else
    bounded <"$scratch/events"
  fi
}

# unfinished: prints the Deployments whose rollout has not come to an end.
unfinished() {
  cluster get deployments.apps --selector app.kubernetes.io/part-of=znyw --no-headers --output "$(rollout_columns)" |
    awk '$6 != "NewReplicaSetAvailable" { print $2 }'
}

# ask_the_doctor: prints what the doctor finds. Returns 1 where there is none, or it could not look.
ask_the_doctor() {
  command -v node >/dev/null 2>&1 && command -v znyw >/dev/null 2>&1 || return 1
  if znyw doctor --environment "$environment" </dev/null >"$scratch/doctor" 2>&1; then
    doctor_code=0
  else
    doctor_code=$?
  fi
  [ "$doctor_code" -le 1 ] || return 1
  lines=400
  bounded <"$scratch/doctor"
}

namespace='' environment='' state='' lines=40 workloads=''
while [ "$#" -gt 0 ]; do
  case $1 in
  --help) usage && exit 0 ;;
  --*) need_value "$1" "$#" ;;
  esac
  case $1 in
  --namespace) namespace=$2 && shift ;;
  --environment) environment=$2 && shift ;;
  --state) state=$2 && shift ;;
  --lines) lines=$2 && shift ;;
  -*) misused "does not know \"$1\"" ;;
  *) workloads="$workloads ${1##*/}" ;;
  esac
  shift
done
need_option --namespace "$namespace"
need_option --environment "$environment"
case $lines in
'' | *[!0-9]*) misused "--lines is \"$lines\"; expected a number" ;;
esac
need_program kubectl
make_scratch

ask_the_doctor && exit 0
if [ -z "$workloads" ] && [ -n "$state" ] && [ -f "$state/failed" ]; then
  workloads=$(sort -u "$state/failed" | sed 's,.*/,,')
fi
[ -n "$workloads" ] || workloads=$(unfinished)
if [ -z "$workloads" ]; then
  say "every rollout in $namespace has come to an end; the reason stands further up in this log"
  exit 0
fi
for workload in $workloads; do
  diagnose "$workload"
done
printf '\n%s\n%s\n' "what it means, and what to do: docs/operations.md, sections 1 and 2" "含义和处理方法：运维手册第 1、2 节"
