#!/usr/bin/env bash
# Starts a throw-away PostgreSQL, prints its connection string and removes it on Ctrl+C.
set -euo pipefail
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=lib/common.sh
. "$here/lib/common.sh"
# shellcheck source=lib/postgres.sh
. "$here/lib/postgres.sh"

[ -n "$(pg_bin)" ] || die 'Missing on this machine: the PostgreSQL server (on Debian: apt-get install postgresql).'
sleep infinity &
sleeper=$!
trap 'kill "$sleeper" 2>/dev/null; pg_stop' EXIT
trap 'exit 130' INT TERM
pg_start "$pg_without_durability"
printf '%s\n' "$pg_connection"
printf 'Tests on it: TEST_ENGINE=postgresql TEST_POSTGRESQL="%s" dotnet test tests/Api.Tests\nCtrl+C stops and removes it.\n' "$pg_connection" >&2
# Waiting for a child, unlike sleeping, is interrupted by a signal at once.
wait "$sleeper"
