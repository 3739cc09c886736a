# shellcheck shell=sh
# What this program once wrote, is still in the cluster, and is not in the YAML any more.
# shellcheck disable=SC2154 # scratch is set by make_scratch, delete_removed is an option of the step.

# Every kind that the program writes. Jobs, ReplicaSets and Pods carry the same labels and are not written by it.
written_kinds=deployments.apps,statefulsets.apps,daemonsets.apps,cronjobs.batch,ingresses.networking.k8s.io
written_kinds=$written_kinds,networkpolicies.networking.k8s.io,poddisruptionbudgets.policy,services,configmaps
written_kinds=$written_kinds,persistentvolumeclaims

# list_removed: writes the names into $scratch/removed.{workloads,others,claims}. $scratch/wanted has what is in the
# YAML, as `<kind>.<group>/<name>`.
list_removed() {
  cluster get "$written_kinds" --selector app.kubernetes.io/part-of=znyw,app.kubernetes.io/managed-by=cdk8s \
    --output name >"$scratch/existing" ||
    cannot "could not list what is in the cluster" "Read what kubectl said above." "无法列出集群里的对象，请看上面的提示。"
  # Without a single wanted object, all would count as removed.
  [ -s "$scratch/wanted" ] || cannot "found no object in the YAML" "Publish the environment again." "YAML 中没有对象。"
  # grep ends with 1 where nothing is left over.
  grep -vxF -f "$scratch/wanted" "$scratch/existing" >"$scratch/removed" || [ "$?" -eq 1 ]
  for group in workloads others claims; do
    : >"$scratch/removed.$group"
  done
  while read -r object; do
    case $object in
    persistentvolumeclaim/*) group=claims ;;
    deployment.*/* | statefulset.*/* | daemonset.*/* | cronjob.*/*) group=workloads ;;
    *) group=others ;;
    esac
    printf '%s\n' "$object" >>"$scratch/removed.$group"
  done <"$scratch/removed"
}

# delete_listed workloads|others: deletes what list_removed found. There is no such call for claims: they hold the data.
delete_listed() {
  while read -r object; do
    cluster delete "$object" --ignore-not-found --timeout=300s </dev/null || cannot "could not delete $object" \
      "Read what kubectl said above." "无法删除 $object，请看上面的提示。"
  done <"$scratch/removed.$1"
}

# report_removed: says what is left over, last of all, as this is what a person has to decide.
report_removed() {
  cat "$scratch/removed.workloads" "$scratch/removed.others" >"$scratch/removed"
  if [ "$delete_removed" = false ] && [ -s "$scratch/removed" ]; then
    say "in the cluster and not in the YAML any more; workloads still count in the quota:"
    sed 's/^/  /' "$scratch/removed"
    say "  to delete them: build again with DELETE_REMOVED"
    say "  以上对象已不在 YAML 中，但仍在集群里并占用配额；确认后勾选 DELETE_REMOVED 重新构建即可删除。"
  fi
  if [ -s "$scratch/removed.claims" ]; then
    say "claims that no YAML names any more; they are never deleted here, as they hold data:"
    sed 's/^/  /' "$scratch/removed.claims"
    say "  存储卷从不自动删除；确认数据不再需要后请手工删除。"
  fi
}
