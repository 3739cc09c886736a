#!/bin/sh
# Becomes the Java application that APPLICATION names. The JVM itself reads JAVA_TOOL_OPTIONS.
set -eu
start=${0%/*}
# shellcheck source=../start/messages.sh
. "$start/messages.sh"
# shellcheck source=../start/hold.sh
. "$start/hold.sh"

# applications: prints the names that APPLICATION can have.
applications() {
  for jar in /opt/znyw/*.jar; do
    [ -e "$jar" ] || continue
    basename "$jar" .jar
  done | paste -s -d ' ' -
}

hold
require APPLICATION
jar=/opt/znyw/$APPLICATION.jar
[ -r "$jar" ] || fail "APPLICATION is \"$APPLICATION\", for which this image has no jar; it has: $(applications)"
exec java -jar "$jar" "$@"
