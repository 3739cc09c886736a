# shellcheck shell=sh
# The DTR, through skopeo where the agent has it, else through docker. An image is known by the digest of its
# configuration: the digest of its manifest changes with the compression of the layers. Needs $scratch of messages.sh.
# shellcheck disable=SC2154 # scratch is set by make_scratch.

# choose_registry_program: sets $registry_program.
choose_registry_program() {
  for registry_program in skopeo docker; do
    if command -v "$registry_program" >/dev/null 2>&1; then
      return 0
    fi
  done
  cannot 'neither skopeo nor docker is on this agent' 'Install skopeo on the Jenkins agent.' \
    '在 Jenkins 节点上安装 skopeo。'
}

# log_in HOST: makes the account in REGISTRY_USERNAME and REGISTRY_PASSWORD known to both programs, in a file of this
# run alone. Without them, what the agent is logged in with counts.
log_in() {
  [ -n "${REGISTRY_PASSWORD:-}" ] || return 0
  mkdir "$scratch/docker"
  account=$(printf '%s:%s' "${REGISTRY_USERNAME:-}" "$REGISTRY_PASSWORD" | base64 | tr -d '\n')
  printf '{"auths":{"%s":{"auth":"%s"}}}\n' "$1" "$account" >"$scratch/docker/config.json"
  account=''
  REGISTRY_AUTH_FILE=$scratch/docker/config.json
  DOCKER_CONFIG=$scratch/docker
  export REGISTRY_AUTH_FILE DOCKER_CONFIG
}

# print_configuration REFERENCE: prints the digest of the configuration that the DTR has, `-` where it has no such image.
# Returns 1 where the DTR did not tell, having said why.
print_configuration() {
  if "read_configuration_with_$registry_program" "$1" >"$scratch/answer" 2>"$scratch/complaint"; then
    "configuration_in_answer_of_$registry_program" <"$scratch/answer"
  elif grep -Eqi 'manifest unknown|name unknown|no such manifest' "$scratch/complaint"; then
    printf '%s\n' -
  else
    cat "$scratch/complaint" >&2
    return 1
  fi
}

read_configuration_with_skopeo() {
  skopeo inspect --config --raw "docker://$1"
}

configuration_in_answer_of_skopeo() {
  digest_of_input
}

read_configuration_with_docker() {
  docker manifest inspect "$1"
}

# A list of manifests has no configuration of its own; then it is another image than that of the archive.
configuration_in_answer_of_docker() {
  found=$(tr -d '\n' | sed -n 's/.*"config": *{[^}]*"digest": *"\(sha256:[0-9a-f]*\)".*/\1/p')
  printf '%s\n' "${found:-another}"
}

# archive_configuration FILE: prints the digest of the configuration in an archive. `docker save` names the file of
# the configuration in its manifest.
archive_configuration() {
  inside=$(tar -xOf "$1" manifest.json 2>/dev/null | tr -d '\n' | sed -n 's/.*"Config": *"\([^"]*\)".*/\1/p')
  [ -n "$inside" ] || return 1
  tar -xOf "$1" "$inside" >"$scratch/configuration" || return 1
  digest_of_input <"$scratch/configuration"
}

# copy_archive FILE REFERENCE: puts the image of an archive into the DTR.
copy_archive() {
  if [ "$registry_program" = skopeo ]; then
    skopeo copy --quiet "docker-archive:$1" "docker://$2"
    return
  fi
  loaded=$(docker load --quiet --input "$1") || return 1
  loaded=$(printf '%s\n' "$loaded" | sed -n 's/^Loaded image[^:]*: //p' | tail -n 1)
  docker tag "$loaded" "$2" && docker push --quiet "$2"
}

# has_manifest REPOSITORY@DIGEST: tells whether the DTR has a manifest.
has_manifest() {
  if [ "$registry_program" = skopeo ]; then
    skopeo inspect --raw "docker://$1" >/dev/null 2>&1
  else
    docker manifest inspect "$1" >/dev/null 2>&1
  fi
}

digest_of_input() {
  printf 'sha256:%s\n' "$(sha256sum | cut -d ' ' -f 1)"
}
