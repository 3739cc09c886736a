#!/bin/sh
# Takes the YAML of one environment out of SVN, at one revision.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=messages.sh
. "$here/messages.sh"
# shellcheck source=subversion.sh
. "$here/subversion.sh"

usage() {
  cat <<'TEXT'
usage: sh steps/fetch.sh --url URL --environment NAME [--revision NUMBER|HEAD] --state FOLDER

Exports <URL>/<NAME> into FOLDER/yaml and writes the number of the revision into FOLDER/revision. What an earlier
build left in FOLDER is removed first. SVN_USERNAME and SVN_PASSWORD are used where they are set.
从 SVN 取出一个环境的 YAML。
TEXT
}

url='' environment='' revision=HEAD state=''
while [ "$#" -gt 0 ]; do
  [ "$1" != --help ] || { usage && exit 0; }
  need_value "$1" "$#"
  case $1 in
  --url) url=${2%/} ;;
  --environment) environment=$2 ;;
  --revision) revision=$2 ;;
  --state) state=$2 ;;
  *) misused "does not know \"$1\"" ;;
  esac
  shift 2
done
need_option --url "$url"
need_option --environment "$environment"
need_option --state "$state"
case $environment in
*[!a-z0-9-]*) misused "--environment is \"$environment\"; expected a-z, 0-9 and \"-\"" ;;
esac
case $revision in
HEAD) ;;
'' | *[!0-9]*) misused "--revision is \"$revision\"; expected a number or HEAD" ;;
esac
need_program svn

mkdir -p "$state"
rm -rf "$state/yaml" "$state/revision" "$state/changed" "$state/failed"
# Told once, so that nobody's commit comes between the steps.
number=$(subversion info --show-item revision -r "$revision" "$url@$revision") ||
  no_subversion "SVN does not show $url at revision $revision"
number=$(printf '%s' "$number" | tr -d ' \r\n')

subversion export --quiet -r "$number" "$url/$environment@$number" "$state/yaml" ||
  no_subversion "SVN does not give out $url/$environment at revision $number"
printf '%s\n' "$number" >"$state/revision"
say "fetched: $url/$environment at revision $number"
