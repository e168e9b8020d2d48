# shellcheck shell=bash
# Shared by the scripts of infra/: sourced, never run.

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)

die() {
  printf '%s\n' "$*" >&2
  exit 1
}

is_root() { [ "$(id -u)" -eq 0 ]; }

can_install() {
  command -v apt-get >/dev/null && { is_root || sudo -n true 2>/dev/null; }
}

as_root() {
  if is_root; then "$@"; else sudo -n "$@"; fi
}

# One line that names everything missing, so that nobody installs one thing only to learn of the next.
need_tools() {
  local missing=() node_major
  if ! (cd "$root" && dotnet --version 2>/dev/null | grep -q '^10\.'); then
    missing+=('.NET SDK 10')
  fi
  if [ "${1:-}" = with-node ]; then
    node_major=$(node --version 2>/dev/null | sed -n 's/^v\([0-9]*\)\..*/\1/p' || true)
    if [ "${node_major:-0}" -lt 20 ] || ! command -v npm >/dev/null; then
      missing+=("Node.js 20 or newer with npm${node_major:+ (found $node_major)}")
    fi
  fi
  [ ${#missing[@]} -eq 0 ] && return 0
  local joined
  joined=$(printf ', %s' "${missing[@]}")
  die "Missing on this machine: ${joined:2}. Install and run again."
}

# The browser the journeys drive: an installed one, else Debian's where we may install it, else nothing.
find_chromium() {
  command -v "${CHROMIUM:-chromium}" || command -v chromium-browser || command -v google-chrome || true
}

install_chromium() {
  [ -n "$(find_chromium)" ] && return 0
  can_install || return 0
  # Without recommends: the full set upgrades half of a small machine.
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=180 update -qq &&
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=180 \
      install -y -qq --no-install-recommends chromium
}
