const HIDDEN = '(hidden)'
const SECRET_NAME =
  /pass(?:word|wd|phrase)?|secret|token|credential|auth|private|cookie|dsn|api_?-?key|(?:^|[_.-])key$/i
/** Where a secret lies is no secret. */
const PLACE_NAME = /(?:_file|_path|_dir|-file|-path)$/i
const WITH_VALUES =
  /^(?:environment|labels|deploy\.labels|logging\.options|volumes\..*\.driver_opts|(?:networks\..*\.)?driver_opts)\./
/** `--password=x`, `password: x`, `"--token" "x"`, `username=u,password=x`. */
const INLINE =
  /((?:pass(?:word|wd|phrase)?|secret|token|credential|api_?-?key)[\w-]*["']?(?:\s*[=:]\s*|\s+)["']?)([^\s"',&]+)/gi
const IN_URL = /(:\/\/[^\s/:@]*:)[^\s/@]+@/g
const IN_HEADER = /((?:authorization["']?\s*[:=]\s*["']?)?(?:bearer|basic)\s+)[\w.~+/=-]{6,}/gi

/** A field's value as it may be shown: values of names that sound secret are hidden, and passwords inside of others. */
export function concealed(field: string, value: string): string {
  const [prefix] = WITH_VALUES.exec(field) ?? []
  if (prefix !== undefined) {
    const name = field.slice(prefix.length)
    if (SECRET_NAME.test(name) && !PLACE_NAME.test(name)) return HIDDEN
  }
  if (/^(?:secrets|configs|networks|ports)\./.test(field) && prefix === undefined) return value
  return value
    .replace(IN_URL, `$1${HIDDEN}@`)
    .replace(IN_HEADER, `$1${HIDDEN}`)
    .replace(INLINE, `$1${HIDDEN}`)
}
