#!/usr/bin/env bash
# Build and check web/ only where something changed: a stamp holds the hash of the sources it was made from.
# Usage: build.sh desk | check       (called by ./jw)
set -euo pipefail

web=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
modules="$web/node_modules"
say() { printf '%s\n' "$*"; }

# Every source with its name, the help's words in docs/help too; `built` leaves out what the built desk cannot show.
mark() {
  local leave_out=(-name '*.md')
  [[ $1 == built ]] && leave_out+=(-o -name '*.spec.ts' -o -name '*.test.mjs')
  (cd "$web" && { find . \( -name node_modules -o -name dist \) -prune -o -type f ! \( "${leave_out[@]}" \) -print0
      find ../docs/help -name '*.md' -print0; } |
    LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -d' ' -f1)
}

is_fresh() { [[ -f $1 && $(<"$1") == "$2" ]]; }

# Built aside and moved in whole: a failed build leaves the old desk standing.
desk() {
  local now stamp="$web/apps/desk/dist/.built-from" aside="$modules/.desk-new"
  now=$(mark built)
  is_fresh "$stamp" "$now" && return
  say "  building the desk (about 20 s)"
  cd "$web"
  rm -rf "$aside"
  node "$modules/vite/bin/vite.js" build apps/desk --logLevel warn --outDir "$aside" --emptyOutDir
  node packages/tooling/size/first-load.js "$aside"
  say "$now" >"$aside/.built-from"
  rm -rf apps/desk/dist
  mv "$aside" apps/desk/dist
}

check() {
  local now stamp="$modules/.jingwei-checked"
  now=$(mark all)
  is_fresh "$stamp" "$now" && { say "  nothing changed under web/"; return; }
  cd "$web"
  say "  web lint";  node "$modules/eslint/bin/eslint.js" --max-warnings 0 --cache --cache-location "$modules/.eslint" .
  say "  web types"; node "$modules/vue-tsc/bin/vue-tsc.js" --noEmit -p apps/desk/tsconfig.json
  say "  web tests"; node "$modules/vitest/vitest.mjs" run --reporter=dot
  say "$now" >"$stamp"
}

case ${1:-} in
  desk) desk ;;
  check) check ;;
  *) say "usage: build.sh desk|check" >&2; exit 2 ;;
esac
