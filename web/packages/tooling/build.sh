#!/usr/bin/env bash
# Build and check web/ only where something changed: a stamp holds the hash of the sources it was made from.
# Usage: build.sh faces | desk | pocket | check       (called by ./jw)
set -euo pipefail

web=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
modules="$web/node_modules"
faces=(desk pocket)
say() { printf '%s\n' "$*"; }

# Sources with their names, the help's words in docs/help too. `all` is everything; `built desk` leaves out what the
# built desk cannot show: the other face, and what only tests and readers look at.
mark() {
  local leave_out=() other
  if [[ $1 == built ]]; then
    leave_out=(! -name '*.md' ! -name '*.spec.ts' ! -name '*.test.mjs')
    for other in "${faces[@]}"; do [[ $other == "$2" ]] || leave_out+=(! -path "./apps/$other/*"); done
  else
    leave_out=(! -name '*.md')
  fi
  (cd "$web" && { find . \( -name node_modules -o -name dist \) -prune -o -type f "${leave_out[@]}" -print0
      find ../docs/help -name '*.md' -print0; } |
    LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -d' ' -f1)
}

is_fresh() { [[ -f $1 && $(<"$1") == "$2" ]]; }

# Built aside and moved in whole: a failed build leaves the old face standing.
face() {
  local now stamp="$web/apps/$1/dist/.built-from" aside="$modules/.$1-new"
  now=$(mark built "$1")
  is_fresh "$stamp" "$now" && return
  say "  building the $1 (about 20 s)"
  cd "$web"
  rm -rf "$aside"
  node "$modules/vite/bin/vite.js" build "apps/$1" --logLevel warn --outDir "$aside" --emptyOutDir
  node packages/tooling/size/first-load.js "$aside"
  say "$now" >"$aside/.built-from"
  rm -rf "apps/$1/dist"
  mv "$aside" "apps/$1/dist"
}

check() {
  local now stamp="$modules/.jingwei-checked"
  now=$(mark all)
  is_fresh "$stamp" "$now" && { say "  nothing changed under web/"; return; }
  cd "$web"
  say "  web lint";  node "$modules/eslint/bin/eslint.js" --max-warnings 0 --cache --cache-location "$modules/.eslint" .
  say "  web types"; for one in "${faces[@]}"; do
    # Room for what is new: a tenth less time spent on clearing up.
    node --max-semi-space-size=64 "$modules/vue-tsc/bin/vue-tsc.js" --noEmit -p "apps/$one/tsconfig.json"
  done
  say "  web tests"; node "$modules/vitest/vitest.mjs" run --reporter=dot
  say "$now" >"$stamp"
}

case ${1:-} in
  faces) for one in "${faces[@]}"; do face "$one"; done ;;
  desk | pocket) face "$1" ;;
  check) check ;;
  *) say "usage: build.sh faces|desk|pocket|check" >&2; exit 2 ;;
esac
