# shellcheck shell=bash
# Sourced by the programs in bin/. Finds a Node that runs TypeScript as it is (22.18, 23.6 or later) and installs
# the npm packages when they are not there yet. The only precondition is Node 20 or later with npm.
#
#   root=$(dirname -- "$(dirname -- "$(readlink -f -- "$0")")"); . "$root/bin/node.sh"
#
# Reads $root. Sets $NODE to the program, and puts it first on PATH so that npm's own programs run on it too.
# When something is missing it says so in one line on standard error and ends with status 1.

: "${root:?set by the program that sources this}"

swarmline_node_fail() {
  printf 'swarmline: %s\n' "$1" >&2
  exit 1
}

# The version is asked of the program itself; `node --version` answers before the engine starts (some 5 ms).
swarmline_node_runs_typescript() {
  local version major minor
  version=$("$1" --version 2>/dev/null) || return 1
  IFS=. read -r major minor _ <<<"${version#v}"
  ((major > 23 || (major == 23 && minor >= 6) || (major == 22 && minor >= 18)))
}

swarmline_node_install() {
  if ! command -v node >/dev/null 2>&1 || ! command -v npm >/dev/null 2>&1; then
    swarmline_node_fail "Node 20 or later with npm is needed and is not on the PATH — apt-get install nodejs npm, or see https://nodejs.org"
  fi
  local version log
  version=$(node --version) && version=${version#v}
  ((${version%%.*} >= 20)) ||
    swarmline_node_fail "Node 20 or later is needed, this is $version — see https://nodejs.org"
  log=$(mktemp) || exit 1
  printf 'swarmline: installing the npm packages (once, about half a minute) …\n' >&2
  if ! (cd "$root" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error) >"$log" 2>&1 </dev/null; then
    tail -n 20 -- "$log" >&2
    rm -f -- "$log"
    swarmline_node_fail "the npm packages could not be installed — see the lines above, then run again: npm ci --ignore-scripts"
  fi
  rm -f -- "$log"
}

# npm writes this file last: a folder left by an interrupted installation does not have it.
[[ -e $root/node_modules/.package-lock.json ]] || swarmline_node_install

if [[ -x $root/node_modules/.bin/node ]]; then
  NODE=$root/node_modules/.bin/node
  PATH=$root/node_modules/.bin:$PATH
  export PATH
elif NODE=$(command -v node) && swarmline_node_runs_typescript "$NODE"; then
  : # a platform for which npm brings no Node, with one that is recent enough
else
  swarmline_node_fail "Node 22.18 or later is needed on this platform, this is $(node --version 2>/dev/null || echo none) — see https://nodejs.org"
fi
