#!/bin/sh
# Becomes the scheduler of the training, which gives a sign of life in /tmp/heartbeat every minute.
set -eu
start=${0%/*}
# shellcheck source=../start/messages.sh
. "$start/messages.sh"
# shellcheck source=../start/hold.sh
. "$start/hold.sh"

hold
require TRAINING_SCHEDULE TRAIN_API_URL
# /tmp outlives a restart of the container, and the last sign of life of the one before is none of this one.
rm -f /tmp/heartbeat
exec python -m autotrin "$@"
