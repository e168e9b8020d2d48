#!/usr/bin/env bash
# The benchmark: builds Release, measures on SQLite and, where a server is found, on a PostgreSQL of its own, and prints one
# table each. Arguments go to the program: infra/load.sh --rows 1000000 --repeat 3; see --help there.
set -euo pipefail
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
. "$here/lib/common.sh"
. "$here/lib/postgres.sh"

need_tools dotnet-only
cd "$root"
export SkipWeb=true DOTNET_NOLOGO=1
dotnet build tests/load --configuration Release --verbosity quiet

arguments=("$@")
trap pg_stop EXIT
trap 'exit 130' INT TERM
if [ -n "$(pg_bin)" ]; then
  # Durable, as a server whose data somebody needs.
  pg_start '-c fsync=on'
  arguments+=(--postgresql "$pg_connection")
else
  echo 'PostgreSQL: skipped, no server on this machine (apt-get install postgresql)' >&2
fi
dotnet run --project tests/load --configuration Release --no-build -- "${arguments[@]}"
