#!/bin/sh
# Becomes gunicorn, which takes its settings from GUNICORN_CMD_ARGS; the arguments name the application.
# It waits for no database: the readiness probe tells when there is one.
set -eu
start=${0%/*}
# shellcheck source=../start/messages.sh
. "$start/messages.sh"
# shellcheck source=../start/hold.sh
. "$start/hold.sh"

hold
# Without it gunicorn listens on 127.0.0.1, where no probe and no gateway reaches it.
require GUNICORN_CMD_ARGS
exec gunicorn "$@"
