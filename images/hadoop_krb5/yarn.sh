# shellcheck shell=sh
# Questions to the resource managers of YARN, of which only the active one answers. Where none does, that is never the
# same as "no application": the caller must not submit.

# The states in which an application is not over.
UNFINISHED=NEW,NEW_SAVING,SUBMITTED,ACCEPTED,RUNNING

# run COMMAND...: runs a command to its end. In the background, as a shell that waits is interrupted by a signal, and
# one that runs a command is not.
run() {
  "$@" &
  child=$!
  wait "$child"
}

# ask_yarn PATH BEGINNING: puts the answer that begins so into $answer, without white space and with the HTTP status
# at its end. Returns 2 where YARN does not know what was asked for. Returns 1 where no resource manager answers as
# active: one on standby redirects, or answers in words; $refusals says what each did.
ask_yarn() {
  path=$1
  beginning=$2
  refusals=
  fields=$IFS
  IFS=,
  # shellcheck disable=SC2086 # the addresses are separated by commas
  set -- $YARN_URLS
  IFS=$fields
  for url in "$@"; do
    if ! run curl --silent --show-error --negotiate --user : --connect-timeout 5 --max-time 15 \
      --write-out '\n%{http_code}' "$url/ws/v1/cluster/$path" >/tmp/yarn-answer 2>/tmp/yarn-error; then
      refusals="$refusals $url: $(head -n 1 /tmp/yarn-error);"
      continue
    fi
    answer=$(tr -d '[:space:]' </tmp/yarn-answer)
    case $answer in
      "$beginning"*'}200') return 0 ;;
      *NotFoundException*404) return 2 ;;
      *) refusals="$refusals $url: HTTP status $(tail -n 1 /tmp/yarn-answer), not the answer of an active one;" ;;
    esac
  done
  return 1
}

# list_applications TAG: puts into $listed the ids of the applications with the tag that are not over, one a line.
list_applications() {
  ask_yarn "apps?applicationTags=$1&states=$UNFINISHED" '{"apps":' || return 1
  listed=$(printf '%s\n' "$answer" | grep -o '"id":"application_[0-9]*_[0-9]*"' | cut -d '"' -f 4 | sort)
  # To take an answer that is not understood for "none" would submit a second application.
  case $listed:$answer in
    :'{"apps":null}200' | :'{"apps":{}}200' | :'{"apps":{"app":[]}}200') ;;
    :*)
      refusals=" $url: a list of applications in a form that is not understood;"
      return 1
      ;;
  esac
}

# look_up ID: puts the state of an application into $state and how it ended into $ending. GONE is one that YARN no
# longer knows. Returns 1 where no resource manager answers.
look_up() {
  ask_yarn "apps/$1" '{"app":' && known=0 || known=$?
  case $known in
    0)
      state=$(answered state)
      ending=$(answered finalStatus)
      ;;
    2)
      state=GONE
      ending=UNKNOWN
      ;;
    *) return 1 ;;
  esac
}

# answered FIELD: prints the text that a field of the answer has.
answered() {
  rest=${answer#*\""$1"\":\"}
  printf '%s' "${rest%%\"*}"
}
