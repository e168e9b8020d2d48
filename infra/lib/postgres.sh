# shellcheck shell=bash
# A throw-away PostgreSQL in a directory of its own: reachable through its Unix socket only, gone with the script.
# Sourced; the script that sources it calls pg_stop in its EXIT trap.

pg_home=''
pg_user=''

# The folder with initdb and postgres, the newest version first; empty when there is no server.
pg_bin() {
  local folder
  while read -r folder; do
    if [ ! -x "$folder/initdb" ] || [ ! -x "$folder/postgres" ]; then continue; fi
    printf '%s\n' "$folder"
    # The status is spelled out: a bare return inside a trap hands on the status from before the trap.
    return 0
  done < <(
    for folder in /usr/lib/postgresql/*/bin; do printf '%s\n' "$folder"; done | sort -rV
    dirname -- "$(readlink -f -- "$(command -v postgres || true)")"
  )
  return 0
}

# PostgreSQL refuses to run as root, so root borrows an unprivileged user.
pg_as() {
  if [ -z "$pg_user" ]; then
    "$@"
  elif command -v setpriv >/dev/null; then
    setpriv --reuid "$pg_user" --regid "$(id -g "$pg_user")" --clear-groups "$@"
  else
    su -s /bin/sh "$pg_user" -c "$(printf '%q ' "$@")"
  fi
}

# pg_start [postgres options]: starts a server and sets pg_connection (for Npgsql).
pg_start() {
  local bin
  bin=$(pg_bin)
  [ -n "$bin" ] || return 1
  # A short path under /tmp: a socket's path may have no more than 107 bytes, and another user must reach it.
  pg_home=$(mktemp -d /tmp/opora-pg.XXXXXX)
  if is_root; then
    pg_user=nobody
    if id postgres >/dev/null 2>&1; then pg_user=postgres; fi
    chown "$pg_user" "$pg_home"
  fi
  (
    cd "$pg_home"
    # C.UTF-8 knows Cyrillic letters and is on every machine. Trust is safe: only the owner (and root) may enter the folder.
    pg_as "$bin/initdb" --pgdata "$pg_home/data" --username opora --encoding UTF8 --locale C.UTF-8 \
      --auth-local trust --auth-host reject --no-sync >"$pg_home.log" 2>&1
    pg_as "$bin/pg_ctl" --pgdata "$pg_home/data" --log "$pg_home/server.log" --wait --timeout 60 start \
      --options "-c listen_addresses='' -c unix_socket_directories=$pg_home -c max_connections=200 $*" >>"$pg_home.log" 2>&1
  ) || {
    cat "$pg_home.log" "$pg_home/server.log" >&2 || true
    pg_stop
    return 1
  }
  rm -f "$pg_home.log"
  # shellcheck disable=SC2034 # read by the script that sources this file
  pg_connection="Host=$pg_home;Username=opora;Database=postgres"
}

# What a server whose data nobody needs tomorrow may skip.
# shellcheck disable=SC2034 # read by the scripts that source this file
pg_without_durability='-c fsync=off -c synchronous_commit=off -c full_page_writes=off'

pg_stop() {
  [ -n "$pg_home" ] || return 0
  local bin
  bin=$(pg_bin)
  if [ -f "$pg_home/data/postmaster.pid" ]; then
    (cd / && pg_as "$bin/pg_ctl" --pgdata "$pg_home/data" --mode immediate --wait stop) >/dev/null 2>&1 || true
  fi
  rm -rf -- "$pg_home" "$pg_home.log"
  pg_home=''
}
