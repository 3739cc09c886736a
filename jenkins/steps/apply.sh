#!/bin/sh
# Applies the YAML of one environment, in an order that works the first time.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=messages.sh
. "$here/messages.sh"
# shellcheck source=documents.sh
. "$here/documents.sh"
# shellcheck source=cluster.sh
. "$here/cluster.sh"
# shellcheck source=removed.sh
. "$here/removed.sh"

usage() {
  cat <<'TEXT'
usage: sh steps/apply.sh --namespace NAMESPACE --state FOLDER [--delete-removed true|false]
                         [--overwrite-edits true|false] YAML-FOLDER

1. Asks the API server about everything (server-side dry run); where it refuses something, nothing is applied.
2. Applies what workloads need: configuration, claims, Services, NetworkPolicies.
3. Applies the stores that changed, and waits for them.
4. Applies the other workloads. FOLDER/changed then lists what rolls out, for verify.sh.
5. Lists what is in the cluster and not in the YAML any more. With --delete-removed true it is deleted; never a claim.
A field that somebody changed in the cluster by hand stops the step, unless --overwrite-edits is true.
按顺序应用一个环境的 YAML：先整体试运行，再配置，再存储，最后其余工作负载。
TEXT
}

# apply_file FILE: applies a file of split_documents, where there is one.
apply_file() {
  [ -s "$1" ] || return 0
  cluster apply --server-side "--force-conflicts=$overwrite_edits" --filename "$1" ||
    fail "the API server refused what it accepted in the dry run" \
      "Read what it said above, and build again: what is applied stays, and is not applied twice." \
      "请看上面 API server 的提示；处理后重新构建即可，已应用的部分不受影响。"
}

# apply_workloads NAME: applies a file of workloads and writes what starts to roll out into $scratch/NAME.started.
apply_workloads() {
  apply_file "$scratch/split/$1.yaml"
  rollouts_in "$scratch/split/$1.yaml" >"$scratch/$1.after" ||
    cannot "could not read back what was applied" "Read what kubectl said above." "无法读取集群状态，请看上面的提示。"
  started_rollouts "$scratch/$1.before" "$scratch/$1.after" >"$scratch/$1.started"
  cat "$scratch/$1.started" >>"$state/changed"
}

# try_everything: asks the API server about all objects, so that either all are applied or none.
try_everything() {
  cluster apply --server-side "--force-conflicts=$overwrite_edits" --dry-run=server --output name \
    --filename "$scratch/split" >"$scratch/accepted" && return 0
  # kubectl does not say whose field a conflict is about.
  refused=$(grep -vxF -f "$scratch/accepted" "$scratch/wanted" | tr '\n' ' ')
  fail "the API server refuses: ${refused:-see above}; nothing was applied" \
    "Correct it and publish again. Where it says conflict, somebody changed the field in the cluster: put the value into lib/environments, or build with OVERWRITE_EDITS." \
    "API server 拒绝了以上对象，什么都没有应用。如提示 conflict，说明有人在集群里手工改过该字段：请写进 lib/environments，或勾选 OVERWRITE_EDITS。"
}

namespace='' state='' delete_removed=false overwrite_edits=false folder=''
while [ "$#" -gt 0 ]; do
  case $1 in
  --help) usage && exit 0 ;;
  --*) need_value "$1" "$#" ;;
  esac
  case $1 in
  --namespace) namespace=$2 && shift ;;
  --state) state=$2 && shift ;;
  --delete-removed) delete_removed=$2 && shift ;;
  --overwrite-edits) overwrite_edits=$2 && shift ;;
  -*) misused "does not know \"$1\"" ;;
  *) folder=$1 ;;
  esac
  shift
done
need_option --namespace "$namespace"
need_option --state "$state"
need_option YAML-FOLDER "$folder"
need_truth --delete-removed "$delete_removed"
need_truth --overwrite-edits "$overwrite_edits"
need_program kubectl
need_yaml "$folder"
make_scratch
mkdir -p "$state" "$scratch/split"
rm -f "$state/changed" "$state/failed"

split_documents "$folder" "$scratch/split" || fail "the YAML in $folder is not as it was published" \
  "Publish the environment again." "YAML 与发布的格式不符，请重新发布。"
if ! cluster create --dry-run=client --validate=false --output name --filename "$scratch/split" \
  >"$scratch/wanted" 2>"$scratch/complaints"; then
  # kubectl says the same of each object.
  awk '!said[$0]++' "$scratch/complaints" >&2
  cannot "kubectl cannot read the YAML, or does not reach the cluster" "Read what it said above." \
    "kubectl 读不了 YAML，或连不上集群，请看上面的提示。"
fi
for part in 2-stores 3-others; do
  rollouts_in "$scratch/split/$part.yaml" >"$scratch/$part.before" ||
    cannot "could not read the workloads of $namespace" "Read what kubectl said above." "无法读取集群状态，请看上面的提示。"
done
try_everything
: >"$state/changed"

apply_file "$scratch/split/1-needed.yaml"
list_removed
# Before the new ones: what is removed counts in the quota for as long as it runs.
[ "$delete_removed" = false ] || delete_listed workloads
apply_workloads 2-stores
watch_rollouts "$scratch/2-stores.started" "$state/failed" || fail_rollouts "$state/failed"
apply_workloads 3-others
# After the new ones: those that still run may need it.
[ "$delete_removed" = false ] || delete_listed others
say "applied: $(wc -l <"$scratch/wanted" | tr -d ' ') objects; rolling out: $(wc -l <"$state/changed" | tr -d ' ')"
report_removed
