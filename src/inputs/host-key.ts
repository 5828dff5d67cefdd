/** A line of known_hosts, of ssh-keyscan or of a .pub file with one key in it: what a host key is given as. */
export const HOST_KEY_LINE =
  /^(?:[^\s@]\S*[ \t]+)?(?:ssh|ecdsa|sk-ssh|sk-ecdsa)-[a-z0-9@.-]+[ \t]+[A-Za-z0-9+/]+={0,2}(?:[ \t].*)?$/
export const HOST_KEY_FORM = 'a line of known_hosts, such as “host ssh-ed25519 AAAA…”'
