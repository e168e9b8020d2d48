# shellcheck shell=bash
# The steps of a test run: each with a heading, its time and its result; the log is shown when it fails. Sourced after common.sh.
# Steps may run in several subshells at once, so results are lines of a file: "passed failed skipped seconds name".

steps_open() {
  work=$(mktemp -d "${TMPDIR:-/tmp}/opora-test.XXXXXX")
  : >"$work/results"
}

# Under a lock, so that what two lanes print is not mixed.
say() {
  (
    flock 9
    printf '%s\n' "$*"
  ) 9>>"$work/lock"
}

record() { printf '%s %s %s %s %s\n' "$1" "$2" "$3" "$4" "$5" >>"$work/results"; }

show_failure() { # name, log, what failed
  (
    flock 9
    printf '✘ %s\n' "$1"
    printf -- '----- end of the log (all of it: %s)\n' "$2"
    tail -n 150 -- "$2"
    [ -z "$3" ] || printf -- '----- failed:\n%s\n' "$3"
    printf -- '-----\n'
  ) 9>>"$work/lock"
}

skip() { # name, reason
  record 0 0 1 0 "$1"
  say "○ $1: skipped, $2"
}

log_of() { printf '%s/%s.log' "$work" "${1//[^a-zA-Z0-9]/-}"; }

# check NAME COMMAND…: passes or fails as one; returns the command's success.
check() {
  local name=$1 log from=$SECONDS
  shift
  log=$(log_of "$name")
  say "▶ $name"
  if "$@" >"$log" 2>&1 </dev/null; then
    record 1 0 0 $((SECONDS - from)) "$name"
    say "✔ $name ($((SECONDS - from)) s)"
  else
    record 0 1 0 $((SECONDS - from)) "$name"
    show_failure "$name ($((SECONDS - from)) s)" "$log" ''
    return 1
  fi
}

# suite NAME REPORT COMMAND…: counts the tests of the report. No report, no test in it, or an error that no test
# accounts for is a failure too: silence must not look like success.
suite() {
  local name=$1 report=$2 log from=$SECONDS status=0 lines passed=0 failed=0 skipped=0 failures=''
  shift 2
  log=$(log_of "$name")
  say "▶ $name"
  "$@" >"$log" 2>&1 </dev/null || status=$?
  if [ -s "$report" ] && lines=$(node "${root:?}/infra/lib/tally.mjs" "$report" 2>>"$log"); then
    read -r passed failed skipped <<<"$lines"
    failures=$(tail -n +2 <<<"$lines")
  else
    failures='no readable report was written'
  fi
  if [ $((passed + failed + skipped)) -eq 0 ]; then
    failed=1
    failures=${failures:-no test was run}
  elif [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then
    failed=1
    failures="every counted test passed, yet the runner ended with $status"
  fi
  record "$passed" "$failed" "$skipped" $((SECONDS - from)) "$name"
  local summary="$name: $passed passed, $failed failed, $skipped skipped ($((SECONDS - from)) s)"
  if [ "$failed" -eq 0 ]; then
    say "✔ $summary"
  else
    show_failure "$summary" "$log" "$failures"
    return 1
  fi
}

# Prints the sum as the last line; succeeds only when nothing failed.
steps_close() {
  local passed=0 failed=0 skipped=0 p f s seconds name
  printf '\n%6s  %6s  %6s  %7s\n' passed failed skipped seconds
  while read -r p f s seconds name; do
    printf '%6s  %6s  %6s  %7s  %s\n' "$p" "$f" "$s" "$seconds" "$name"
    passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
  done <"$work/results"
  printf 'Total time: %d min %02d s\n' $((SECONDS / 60)) $((SECONDS % 60))
  if [ "$failed" -eq 0 ]; then rm -rf -- "$work"; else printf 'Logs: %s\n' "$work"; fi
  printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
  [ "$failed" -eq 0 ]
}
