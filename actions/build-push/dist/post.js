import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  runPost
} from "./chunks/chunk-V3V6R2XX.js";
import "./chunks/chunk-F6W6GF7E.js";
import {
  forgetCertificates,
  forgetLogin
} from "./chunks/chunk-4OKLOGZY.js";
import "./chunks/chunk-H3HAWWYR.js";
import {
  __name
} from "./chunks/chunk-TLGIOUIF.js";

// src/actions/forget-secrets.ts
async function forgetSecrets(door) {
  const done = await Promise.allSettled([forgetLogin(door), forgetCertificates(door)]);
  for (const one of done) if (one.status === "rejected") throw one.reason;
}
__name(forgetSecrets, "forgetSecrets");

// actions/build-push/post.ts
await runPost(forgetSecrets);
