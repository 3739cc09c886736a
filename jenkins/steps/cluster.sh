# shellcheck shell=sh
# The cluster, through kubectl, in one namespace. What it prints is read as columns, so that nothing here takes JSON
# apart.
# shellcheck disable=SC2154 # namespace is an option of the step, scratch is set by make_scratch.

# Seconds that a rollout may take where its workload names none; the default of Kubernetes.
default_deadline=600

# cluster WORD...: runs kubectl in the namespace. An object of another namespace is refused by kubectl itself.
cluster() {
  kubectl --namespace "$namespace" "$@"
}

# rollout_columns: the columns of a workload that tell whether it changed, and how long its rollout may take.
rollout_columns() {
  printf '%s' 'custom-columns=KIND:.kind,NAME:.metadata.name,GENERATION:.metadata.generation,' \
    'DEADLINE:.spec.progressDeadlineSeconds,REPLICAS:.spec.replicas,' \
    'PROGRESS:.status.conditions[?(@.type=="Progressing")].reason'
}

# rollouts_in FILE: prints a line of rollout_columns for each workload of a file that is in the cluster and rolls out.
rollouts_in() {
  [ -s "$1" ] || return 0
  cluster get --filename "$1" --ignore-not-found --no-headers --output "$(rollout_columns)" >"$scratch/rows" || return 1
  awk '$1 == "Deployment" || $1 == "StatefulSet" || $1 == "DaemonSet"' "$scratch/rows"
}

# started_rollouts BEFORE AFTER: prints `<kind>/<name> <seconds>` for each workload that has another generation than
# before, or whose last rollout never came to an end: a build that is run again after a failure has to see it fail
# again. A Deployment reports progress Pod by Pod, so its deadline counts for each.
started_rollouts() {
  awk -v otherwise="$default_deadline" '
    FILENAME == ARGV[1] { generation[$1 "/" $2] = $3; next }
    $3 != generation[$1 "/" $2] || ($1 == "Deployment" && $6 != "NewReplicaSetAvailable") {
      deadline = $4 ~ /^[0-9]+$/ ? $4 : otherwise
      pods = $5 ~ /^[0-9]+$/ && $5 > 1 ? $5 : 1
      # A minute more, so that the reason of the controller comes before the end of our patience.
      printf "%s/%s %d\n", tolower($1), $2, deadline * pods + 60
    }
  ' "$1" "$2"
}

# watch_rollouts FILE FAILED: waits for the workloads of started_rollouts in FILE, and writes those that did not come to
# an end into FAILED. They roll out at the same time, so the time of each counts from now. Returns 1 where one failed.
watch_rollouts() {
  began=$(date +%s)
  all_well=0
  while read -r workload seconds; do
    left=$((began + seconds - $(date +%s)))
    [ "$left" -ge 1 ] || left=1
    say "waiting: $workload, $left seconds at most"
    if ! cluster rollout status "$workload" --timeout="${left}s" </dev/null; then
      printf '%s\n' "$workload" >>"$2"
      all_well=1
    fi
  done <"$1"
  return "$all_well"
}

# fail_rollouts FAILED: ends the step, naming what did not come to an end.
fail_rollouts() {
  fail "did not become ready: $(sort -u "$1" | tr '\n' ' ')" \
    "See what the cluster says at the end of this log, and docs/operations.md, sections 1 and 2." \
    "以上工作负载没有就绪：看日志末尾集群给出的原因，以及运维手册第 1、2 节。"
}
