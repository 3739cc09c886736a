#!/bin/sh
# Puts the images that the YAML names into the DTR, from their archives in SVN.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=messages.sh
. "$here/messages.sh"
# shellcheck source=subversion.sh
. "$here/subversion.sh"
# shellcheck source=documents.sh
. "$here/documents.sh"
# shellcheck source=registry.sh
. "$here/registry.sh"

usage() {
  cat <<'TEXT'
usage: sh steps/images.sh --archives URL --registry HOST [--cache FOLDER] YAML-FOLDER

The images are those of the `image:` lines: HOST/<organisation>/<image>:<version> comes from <URL>/<image>-<version>.tar,
the newest one in SVN. Only what the DTR does not have is copied. FOLDER remembers which image is in which archive, so
that the next build downloads none of them again.
SVN_USERNAME and SVN_PASSWORD, REGISTRY_USERNAME and REGISTRY_PASSWORD are used where they are set.
把 YAML 用到的镜像从 SVN 的归档推送到 DTR；DTR 已有的不再推送。
TEXT
}

# check_references: ends the step where a reference is not of the DTR that was named, as the account of the DTR would be
# sent to whoever it names.
check_references() {
  wrong=''
  while read -r reference; do
    rest=${reference#"$registry"/}
    repository=${rest%%[:@]*}
    case ${rest#"$repository"} in
    :?*) ;;
    *) rest='' ;;
    esac
    case $repository in
    */*/* | */ | /*) rest='' ;;
    */*) ;;
    *) rest='' ;;
    esac
    if [ -z "$rest" ] || [ "$rest" = "$reference" ]; then
      wrong="$wrong $reference"
    fi
  done <"$scratch/references"
  [ -z "$wrong" ] || fail "not an image $registry/<organisation>/<image>:<version>:$wrong" \
    "Correct the registry in lib/environments, or the image, and publish again." \
    "镜像地址不属于该环境的 DTR，请改正后重新发布。"
}

# archive_of REFERENCE: prints the name of its archive.
archive_of() {
  tagged=${1%@*}
  version=${tagged##*:}
  repository=${tagged%:*}
  printf '%s-%s.tar\n' "${repository##*/}" "$version"
}

# ask_registry: writes a line `<reference> <digest or ->` for each image into $scratch/present.
ask_registry() {
  unanswered=''
  : >"$scratch/present"
  while read -r reference; do
    if present=$(print_configuration "${reference%@*}" </dev/null); then
      printf '%s %s\n' "$reference" "$present" >>"$scratch/present"
    else
      unanswered="$unanswered $reference"
    fi
  done <"$scratch/references"
  [ -z "$unanswered" ] || cannot "the DTR did not say whether it has:$unanswered" \
    "Read what it said above; a DTR also refuses an account where the repository was never created." \
    "请看上面的提示；DTR 里没有建仓库、或账号没有权限时也会这样。"
}

# name_missing: ends the step where neither the DTR nor SVN has an image; names all of them.
name_missing() {
  missing=''
  while read -r reference present; do
    archive=$(archive_of "$reference")
    if grep -Fqx "$archive" "$scratch/archives"; then
      continue
    elif [ "$present" = - ]; then
      missing="$missing $archive"
    else
      say "not compared: $reference is in the DTR, and $archive is not in SVN"
    fi
  done <"$scratch/present"
  [ -z "$missing" ] || fail "neither in $archives nor in the DTR:$missing" \
    "Put the archives into SVN with znyw images push, and build again." \
    "SVN 和 DTR 里都没有这些镜像：请用 znyw images push 上传归档后重新构建。"
}

# download ARCHIVE REVISION: exports an archive into the cache, as $downloaded.
download() {
  downloaded=$cache/$1.partial
  rm -f "$downloaded"
  subversion export --quiet -r "$2" "$archives/$1@$2" "$downloaded" </dev/null ||
    no_subversion "SVN does not give out $archives/$1"
  archived=$(archive_configuration "$downloaded") ||
    fail "$archives/$1 is not an archive of docker save or skopeo copy" \
      "Make it anew with docker save, and push it with znyw images push." \
      "归档文件不是 docker save 生成的，请重新生成并上传。"
}

# bring REFERENCE PRESENT: copies one image where the DTR has not what is in the archive.
bring() {
  archive=$(archive_of "$1")
  changed=$(subversion info --show-item last-changed-revision "$archives/$archive@$revision" </dev/null) ||
    no_subversion "SVN does not show $archives/$archive"
  changed=$(printf '%s' "$changed" | tr -d ' \r\n')
  remembered=$cache/$archive.r$changed.$place
  downloaded='' archived=''
  if [ -f "$remembered" ]; then
    archived=$(cat "$remembered")
  else
    download "$archive" "$changed"
    printf '%s\n' "$archived" >"$remembered"
  fi
  if [ "$archived" = "$2" ]; then
    say "is there: $1"
  else
    [ "$2" = - ] || say "differs: $1 has another image than $archive, and is replaced; a VM that has the old one keeps it" \
      "until the version is raised"
    [ -n "$downloaded" ] || download "$archive" "$changed"
    copy_archive "$downloaded" "${1%@*}" </dev/null || cannot "could not copy $archive to ${1%@*}" \
      "Read what $registry_program said above; the repository has to exist in the DTR, and the account to be allowed to push." \
      "请看上面的提示：DTR 里要先建好仓库，账号要有推送权限。"
    say "copied: $archive to ${1%@*}"
  fi
  [ -z "$downloaded" ] || rm -f "$downloaded"
}

# check_pinned: names the digests of the YAML that the DTR has not: Pods would not find the image, whatever its tag is.
check_pinned() {
  absent=''
  while read -r reference; do
    case $reference in
    *@*)
      tagged=${reference%@*}
      has_manifest "${tagged%:*}@${reference##*@}" </dev/null || absent="$absent $reference"
      ;;
    esac
  done <"$scratch/references"
  [ -z "$absent" ] || fail "the DTR has no manifest of the digest of:$absent" \
    "Write the digest that the DTR shows into lib/environments, or leave it out, and publish again." \
    "DTR 里没有该 digest：请在 lib/environments 里改成 DTR 显示的 digest，或去掉它。"
}

archives='' registry='' cache='' folder=''
while [ "$#" -gt 0 ]; do
  case $1 in
  --help) usage && exit 0 ;;
  --archives | --registry | --cache) need_value "$1" "$#" ;;
  esac
  case $1 in
  --archives) archives=${2%/} && shift ;;
  --registry) registry=$2 && shift ;;
  --cache) cache=$2 && shift ;;
  -*) misused "does not know \"$1\"" ;;
  *) folder=$1 ;;
  esac
  shift
done
need_option --archives "$archives"
need_option --registry "$registry"
need_option YAML-FOLDER "$folder"
need_program svn
choose_registry_program
need_yaml "$folder"
make_scratch
cache=${cache:-$scratch/cache}
mkdir -p "$cache"

list_references "$folder" >"$scratch/references"
check_references
revision=$(subversion info --show-item revision "$archives@HEAD") || no_subversion "SVN does not show $archives"
revision=$(printf '%s' "$revision" | tr -d ' \r\n')
subversion list "$archives@$revision" >"$scratch/archives" || no_subversion "SVN does not list $archives"
# An archive of the same name and revision in another repository is another archive.
place=$(printf '%s' "$archives" | cksum | cut -d ' ' -f 1)
log_in "$registry"
ask_registry
name_missing
while read -r reference present; do
  if grep -Fqx "$(archive_of "$reference")" "$scratch/archives"; then
    bring "$reference" "$present"
  fi
done <"$scratch/present"
check_pinned
