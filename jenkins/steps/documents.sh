# shellcheck shell=sh
# The YAML as it comes from SVN: one file per workload, several documents in each, fields of a document at the margin.

# need_yaml FOLDER: ends the step where there is none, before anything takes an empty folder for an empty system.
need_yaml() {
  for file in "$1"/*.k8s.yaml; do
    [ ! -f "$file" ] || return 0
  done
  fail "there is no *.k8s.yaml in $1" "Publish the environment, or name the folder that fetch.sh exported to." \
    "该目录没有 *.k8s.yaml；请先发布，或检查目录。"
}

# split_documents FOLDER TARGET: writes 1-needed.yaml (what workloads need), 2-stores.yaml and 3-others.yaml (the
# workloads) into TARGET. A document without a kind at the margin ends the step: it might be anything.
split_documents() {
  awk -v target="$2" '
    function flush() {
      if (text ~ /[^ \t\r\n]/ && !only_comments) {
        if (kind == "") {
          printf "%s: a document has no kind at the margin\n", file > "/dev/stderr"
          wrong = 1
        }
        name = "1-needed"
        if (kind ~ /^(Deployment|StatefulSet|DaemonSet|ReplicaSet|Pod|Job|CronJob)$/) {
          name = store ? "2-stores" : "3-others"
        }
        printf "---\n%s", text > (target "/" name ".yaml")
      }
      text = ""; kind = ""; store = 0; in_spec = 0; only_comments = 1
    }
    BEGIN { only_comments = 1 }
    { sub(/\r$/, "") }
    FNR == 1 { flush(); file = FILENAME }
    /^---([ \t]|$)/ { flush(); next }
    !/^[ \t]*(#|$)/ { only_comments = 0 }
    /^kind:/ { kind = $2; gsub(/["\047]/, "", kind) }
    /^spec:/ { in_spec = 1 }
    # Above the spec it is the label of the object, below it that of its Pods.
    !in_spec && /^ +app\.kubernetes\.io\/component: *"?store"? *$/ { store = 1 }
    { text = text $0 "\n" }
    END { flush(); exit wrong }
  ' "$1"/*.k8s.yaml
}

# list_references FOLDER: prints the image references of the workloads, each once. Only in documents of workloads: a
# configuration file in a ConfigMap may have an image of its own.
list_references() {
  awk '
    function flush() {
      if (kind ~ /^(Deployment|StatefulSet|DaemonSet|ReplicaSet|Pod|Job|CronJob)$/) { printf "%s", images }
      images = ""; kind = ""
    }
    { sub(/\r$/, "") }
    FNR == 1 || /^---([ \t]|$)/ { flush() }
    /^kind:/ { kind = $2; gsub(/["\047]/, "", kind) }
    /^ +(- )?image: *[^ ]/ {
      reference = $0
      sub(/^ +(- )?image: */, "", reference)
      sub(/ +#.*$/, "", reference)
      gsub(/["\047 ]/, "", reference)
      images = images reference "\n"
    }
    END { flush() }
  ' "$1"/*.k8s.yaml | sort -u
}
