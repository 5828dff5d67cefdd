import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;

// src/plain/apt-safety.ts
var APT_SAFETY = {
  "Acquire::AllowInsecureRepositories": "false",
  "Acquire::AllowWeakRepositories": "false",
  "Acquire::AllowDowngradeToInsecureRepositories": "false",
  "APT::Get::AllowUnauthenticated": "false",
  "APT::Get::Force-Yes": "false",
  "Acquire::https::Verify-Peer": "true",
  "Acquire::https::Verify-Host": "true"
};

export {
  APT_SAFETY
};
