/** Calls are written down one word after the other, each in base64 behind a sign, so that no word can be two. */
export const WORD_MARK = '='

/** In place of docker and swarmline: notes its arguments, and is content. */
export const noting = (program: string): string => `#!/bin/busybox ash
{
  printf 'call'
  for word in ${program} "$@"; do
    printf ' ${WORD_MARK}%s' "$(printf '%s' "$word" | /bin/busybox base64 | /bin/busybox tr -d '\\n')"
  done
  echo
} >>"\${SWARMLINE_CALLS:-/dev/null}"
`

/** Images for probes have busybox and no bash. What scripts use of bash is mostly what busybox has as well. */
export const BASH = `#!/bin/busybox ash
exec /bin/busybox ash "$@"
`

/**
 * Runs each script of bin/ for twenty seconds at most, and prints, for each, `script NAME IS_EXECUTABLE STATUS` and its
 * calls. What scripts print is lost.
 */
export const ROOM_SCRIPT = `
box=/bin/busybox
$box --install -s /bin
$box mkdir -p /usr/bin /tmp /room/calls
$box ln -sf /bin/busybox /usr/bin/env
cd /solution || exit 1
number=0
for script in bin/*; do
  [ -f "$script" ] || continue
  number=$((number + 1))
  calls=/room/calls/$number
  : >$calls
  if [ -x "$script" ]; then set -- "./$script"; is=1; else set -- $box ash "$script"; is=0; fi
  SWARMLINE_CALLS=$calls $box timeout -s KILL 20 "$@" </dev/null >/dev/null 2>&1
  echo "script =$(printf '%s' "$script" | $box base64 | $box tr -d '\\n') $is $?"
  $box head -n 200 $calls
done
echo done
`
