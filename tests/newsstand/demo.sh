#!/usr/bin/env bash
# The demonstration: starts the newsstand, crawls it with the real program, and shows what came of it.
#   demo.sh BUILD_DIR
set -eu
build=$(cd "$1" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d "${TMPDIR:-/tmp}/winnow-demo-XXXXXX")
port=8087

bold() { if [ -t 1 ] && [ -z "${NO_COLOR:-}" ]; then printf '\n\033[1m%s\033[0m\n' "$*"; else printf '\n%s\n' "$*"; fi; }

"$build/tests/newsstand/newsstand" --port 0 --log "$work/requests.log" >"$work/newsstand.out" 2>&1 &
stand=$!
trap 'kill "$stand" 2>/dev/null; wait "$stand" 2>/dev/null || true' EXIT
for _ in $(seq 50); do
  port=$(grep -oE '127\.0\.0\.1:[0-9]+' "$work/newsstand.out" | head -n 1 | cut -d: -f2 || true)
  [ -n "$port" ] && break
  sleep 0.1
done
[ -n "$port" ] || { echo "the newsstand did not start:"; cat "$work/newsstand.out"; exit 1; }

mkdir -p "$work/sites"
sed "s/127\.0\.0\.1:8087/127.0.0.1:$port/g" "$here/sites/newsstand.yaml" >"$work/sites/newsstand.yaml"
printf 'sites: [sites/*.yaml]\nstore: store\ndefaults: {manners: {delay: 0s}}\n' >"$work/winnow.yaml"
winnow() { "$build/winnow" --config "$work/winnow.yaml" "$@"; }

bold "1. A made-up news site listens on 127.0.0.1:$port. winnow site add looks at it, and would write this:"
winnow site add "http://127.0.0.1:$port/" --allow-address 127.0.0.0/8 --dry-run 2>/dev/null | sed -n '/^tests:/q; s/^/   /p'

bold "   Its own site file, which also names what is broken on it:"
sed 's/^/   /' "$work/sites/newsstand.yaml"

bold "2. winnow crawl newsstand   (a 500, a torn page and a redirect loop are part of the stand)"
winnow crawl newsstand || true

bold "3. winnow list   (what was stored)"
winnow list --limit 40

mirror=http://127.0.0.1:$port/mirror/2025/night-market.html
bold "4. A page that a spam mirror had damaged, as it was served:"
# The first lines, indented and cut to a screen's width.
glance() {
  python3 -c 'import sys
for n, line in enumerate(sys.stdin.buffer.read().decode("utf-8", "replace").splitlines()):
    if n < 20: print("   " + line.strip()[:56 if any(ord(c) > 0x2e80 for c in line) else 110])'
}
fetch_page() { python3 -c 'import sys, urllib.request as u; sys.stdout.buffer.write(u.urlopen(sys.argv[1]).read())' "$1"; }
fetch_page "$mirror" | sed 's/<[^>]*>/ /g' | grep -v '^ *$' | glance
bold "   and as it is stored:"
winnow show "$mirror" | glance

bold "5. winnow show --format json   (what was removed and repaired; --explain tells every step)"
winnow show "$mirror" --format json | python3 -c 'import json, sys
article = json.load(sys.stdin)
for r in article["removed"]: print("   removed   %-12s %s" % (r["kind"], r["text"][:48]))
for r in article["repairs"]: print("   repaired  %-12s %d times, confidence %s" % (r["kind"], r["count"], r["confidence"]))'

bold "6. winnow crawl newsstand again   (only what is new; every request is conditional)"
winnow crawl newsstand 2>/dev/null || true

bold "7. winnow status"
winnow status

echo
echo "The store is $work/store; remove $work when you have looked at it."
