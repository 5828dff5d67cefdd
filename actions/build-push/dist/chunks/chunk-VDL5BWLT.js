import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/effects/child-environment.rules.ts
var SEEN_BY_ALL = [
  // Where programs are, who runs them and where they may write.
  ...["PATH", "HOME", "USER", "LOGNAME", "SHELL", "TMPDIR", "XDG_*"],
  // How they speak.
  ...["LANG", "LANGUAGE", "LC_*", "TZ", "TERM"],
  // The way out, and whom to believe there.
  ...["http_proxy", "https_proxy", "no_proxy", "ftp_proxy", "all_proxy"].flatMap((name) => [
    name,
    name.toUpperCase()
  ]),
  ...["SSL_CERT_FILE", "SSL_CERT_DIR"]
];
var SEEN_BY_SSH = [
  ...["SSH_AUTH_SOCK", "SSH_AGENT_PID", "KRB5CCNAME", "DISPLAY", "GNUPGHOME"],
  ...["AWS_PROFILE", "AWS_REGION", "AWS_DEFAULT_REGION", "AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE"],
  ...["CLOUDSDK_CONFIG", "AZURE_CONFIG_DIR", "TELEPORT_HOME"]
];
var SEEN_BY_LOGIN_PROGRAMS = [
  ...["DBUS_SESSION_BUS_ADDRESS", "GNUPGHOME", "GPG_TTY", "PASSWORD_STORE_*", "DISPLAY", "DOCKER_CONFIG"],
  ...["AWS_*", "AZURE_*", "GOOGLE_*", "CLOUDSDK_*"]
];
function childEnvironment(own, more = [], added = {}) {
  const patterns = [...SEEN_BY_ALL, ...more];
  const isSeen = /* @__PURE__ */ __name((name) => patterns.some(
    (pattern) => pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern
  ), "isSeen");
  const entries = Object.entries({
    ...Object.fromEntries(Object.entries(own).filter(([name]) => isSeen(name))),
    ...added
  });
  return Object.fromEntries(entries.filter((entry) => entry[1] !== void 0));
}
__name(childEnvironment, "childEnvironment");

export {
  SEEN_BY_SSH,
  SEEN_BY_LOGIN_PROGRAMS,
  childEnvironment
};
