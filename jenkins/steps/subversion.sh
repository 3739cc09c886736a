# shellcheck shell=sh
# SVN, with the account in SVN_USERNAME and SVN_PASSWORD where they are set, else with the one that the agent knows.

# subversion WORD...: runs svn. The password goes through a pipe: arguments can be read by everybody on the agent.
subversion() {
  if [ -n "${SVN_PASSWORD:-}" ]; then
    printf '%s' "$SVN_PASSWORD" |
      svn "$@" --non-interactive --no-auth-cache --username "${SVN_USERNAME:-}" --password-from-stdin
  else
    svn "$@" --non-interactive
  fi
}

# no_subversion WHAT: ends the step after svn said why.
no_subversion() {
  cannot "$1" "Read what svn said above: the URL, the revision or the account." \
    "请看上面 svn 的提示：地址、版本号或账号有误。"
}
