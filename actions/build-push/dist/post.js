import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  forgetCertificates,
  forgetLogin
} from "./chunks/chunk-MGORM52Z.js";
import "./chunks/chunk-XJCL7SNI.js";
import {
  runPost
} from "./chunks/chunk-I7FXQZBC.js";
import "./chunks/chunk-MWTCYMOB.js";
import "./chunks/chunk-R2JIAELI.js";
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
