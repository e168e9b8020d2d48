#!/usr/bin/env bash
# Runs everything that judges a change: format, build, tests on each database found, contract, web application,
# journeys in a browser, a smoke of the benchmark. Needs the .NET SDK 10 and Node.js 20 or newer; the rest is installed
# or visibly skipped. The last line is "N passed, N failed, N skipped".
#
#   infra/test.sh                                   everything, under 15 minutes on two cores
#   infra/test.sh --only domain|tsql|api|postgres|sqlserver|web|e2e|load [-- arguments of the test runner]
#
# SQL Server: TEST_SQLSERVER="Server=…;User Id=…;Password=…" (a database per run is made and dropped).
# A check (format, build, lint …) counts as one; a suite counts each of its tests.
set -euo pipefail
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
. "$here/lib/common.sh"
. "$here/lib/postgres.sh"
. "$here/lib/steps.sh"

only=''
arguments=()
while [ $# -gt 0 ]; do
  case $1 in
    --only) only=${2:?what to run} && shift 2 ;;
    --) shift && arguments=("$@") && break ;;
    *) die "Unknown argument: $1. See the head of infra/test.sh." ;;
  esac
done

need_tools with-node
cd "$root"
steps_open

# A lane waits for its command, so the command has to go first.
kill_tree() {
  local children child
  read -ra children <<<"$(cat /proc/"$1"/task/*/children 2>/dev/null)" || true
  for child in "${children[@]}"; do kill_tree "$child"; done
  kill "$1" 2>/dev/null || true
}

finish() {
  local lane
  for lane in $(jobs -p); do kill_tree "$lane"; done
  wait
  pg_stop
}
trap finish EXIT
trap 'exit 130' INT TERM

configuration=Release
# The web application has a lane of its own; MSBuild reads the variable as a property.
export SkipWeb=true DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
# Logs are read as text.
export NO_COLOR=1

dotnet_suite() { # name, project, environment…
  local name=$1 project=$2 report
  shift 2
  report=$work/$(basename "$project")-$(date +%s%N).trx
  suite "$name" "$report" env "$@" dotnet test "$project" --configuration "$configuration" --no-build \
    --logger "trx;LogFileName=$report" --logger 'console;verbosity=normal' "${arguments[@]}"
}

build_project() {
  check "build $1" dotnet build "$1" --configuration "$configuration" -warnaserror || return 1
}

# A further engine: without what lies before the database and was run on the default one.
engine_suite() { # name, environment…
  if [ ${#arguments[@]} -eq 0 ]; then local arguments=(--filter 'Engine!=any'); fi
  dotnet_suite "$1" tests/Api.Tests "${@:2}"
}

api_on_sqlite() {
  dotnet_suite 'Api.Tests on SQLite' tests/Api.Tests TEST_ENGINE=sqlite
}

api_on_postgres() {
  if [ -z "$(pg_bin)" ]; then
    skip 'Api.Tests on PostgreSQL' 'no PostgreSQL server on this machine (apt-get install postgresql)'
    return
  fi
  if ! pg_start "$pg_without_durability"; then
    record 0 1 0 0 'PostgreSQL'
    say '✘ PostgreSQL was found and did not start'
    return 1
  fi
  engine_suite 'Api.Tests on PostgreSQL' TEST_ENGINE=postgresql "TEST_POSTGRESQL=$pg_connection" || true
  pg_stop
}

api_on_sqlserver() {
  if [ -z "${TEST_SQLSERVER:-}" ]; then
    skip 'Api.Tests on SQL Server' 'TEST_SQLSERVER is not set'
    return
  fi
  engine_suite 'Api.Tests on SQL Server' TEST_ENGINE=sqlserver || true
}

dotnet_lane() {
  trap pg_stop EXIT
  dotnet_suite 'Domain.Tests' tests/Domain.Tests || true
  dotnet_suite 'TSql.Tests' tests/TSql.Tests || true
  api_on_sqlite || true
  api_on_postgres || true
  api_on_sqlserver
  nginx_serves
}

# Generated anew and compared with what is committed.
generated_client_is_fresh() {
  local before=$work/generated
  rm -rf -- "$before"
  cp -R web/src/api/gen "$before"
  npm run generate --prefix web
  diff -r "$before" web/src/api/gen || {
    echo 'The client generated from openapi.yaml differs from the committed one. It is renewed now: look at it and commit.'
    return 1
  }
}

web_lane() {
  check 'web: there is one' test -f web/package-lock.json || return 0
  check 'web: npm ci' npm ci --prefix web --no-audit --no-fund || {
    skip 'web' 'its packages could not be installed'
    return
  }
  check 'web: generated client is fresh' generated_client_is_fresh || true
  check 'web: lint (biome)' npm run lint --prefix web || true
  check 'web: types' npm run types --prefix web || true
  suite 'web: vitest' "$work/vitest.json" \
    npm run test --prefix web -- --reporter=default --reporter=json --outputFile.json="$work/vitest.json" "${arguments[@]}" || true
  if check 'web: build' npm run build --prefix web; then
    check 'web: size budget' npm run size --prefix web || true
  fi
}

# The journeys start the built product themselves: the API's Release build serves web/dist.
journeys_ready() {
  chromium=$(find_chromium)
  if [ -z "$chromium" ]; then
    skip 'journeys in a browser' 'no Chromium here and none could be installed'
    return 1
  fi
  check 'journeys: there are some' test -f tests/e2e/package-lock.json || return 1
  check 'journeys: npm ci' npm ci --prefix tests/e2e --no-audit --no-fund
}

journeys() { # name, which of them…
  local name=$1 report
  shift
  report=$work/playwright-$(date +%s%N).json
  suite "$name" "$report" env \
    PLAYWRIGHT_JSON_OUTPUT_NAME="$report" CHROMIUM="$chromium" OPORA_CONFIGURATION="$configuration" \
    npm run test --prefix tests/e2e -- --reporter=list,json "$@" "${arguments[@]}" || true
}

nginx_serves() {
  if ! command -v nginx >/dev/null || ! ls /etc/nginx/modules-enabled/*brotli-static* >/dev/null 2>&1; then
    skip 'nginx configuration' 'needs nginx-light and libnginx-mod-http-brotli-static (apt-get install)'
    return
  fi
  check 'nginx configuration' node infra/nginx/check.mjs || true
}

load_smoke() {
  check 'benchmark smoke' dotnet run --project tests/load --configuration "$configuration" --no-build -- --smoke "${arguments[@]}" || true
}

everything() {
  local chromium_job dotnet_job='' walk=''
  check 'Chromium' install_chromium &
  chromium_job=$!
  check 'restore (locked)' dotnet restore Opora.slnx --locked-mode || return 0
  check 'tools' dotnet tool restore || return 0
  check 'format (csharpier)' dotnet csharpier check . || true
  if check 'build, warnings are errors' dotnet build Opora.slnx --configuration "$configuration" --no-restore -warnaserror; then
    dotnet_lane &
    dotnet_job=$!
  else
    skip 'tests in .NET' 'the build failed'
  fi
  web_lane
  wait "$chromium_job" || true
  if [ -z "$dotnet_job" ] || [ ! -f web/dist/index.html ]; then
    skip 'journeys in a browser' 'the product was not built'
  elif journeys_ready; then
    walk=yes
    journeys 'journeys in a browser' --grep-invert @alone
  fi
  [ -z "$dotnet_job" ] || wait "$dotnet_job" || true
  # Alone: what measures time has the machine for itself.
  [ -z "$walk" ] || journeys 'journeys that measure time' --grep @alone
  [ -z "$dotnet_job" ] || load_smoke
}

case $only in
  '') everything ;;
  domain) if build_project tests/Domain.Tests; then dotnet_suite 'Domain.Tests' tests/Domain.Tests || true; fi ;;
  tsql) if build_project tests/TSql.Tests; then dotnet_suite 'TSql.Tests' tests/TSql.Tests || true; fi ;;
  api) if build_project tests/Api.Tests; then api_on_sqlite || true; fi ;;
  postgres) if build_project tests/Api.Tests; then api_on_postgres || true; fi ;;
  sqlserver) if build_project tests/Api.Tests; then api_on_sqlserver || true; fi ;;
  load) if build_project tests/load; then load_smoke; fi ;;
  web) web_lane ;;
  e2e)
    check 'Chromium' install_chromium || true
    if [ ! -d web/node_modules ]; then check 'web: npm ci' npm ci --prefix web --no-audit --no-fund || true; fi
    if check 'web: build' npm run build --prefix web && build_project api/Api && journeys_ready; then journeys 'journeys in a browser'; fi
    ;;
  *) die "Unknown part: $only. One of domain, tsql, api, postgres, sqlserver, web, e2e, load." ;;
esac

# The trap still runs; from here on only the sum is printed.
steps_close
