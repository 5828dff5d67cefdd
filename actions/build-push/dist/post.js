import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  runPost
} from "./chunks/chunk-KHXSNJDJ.js";
import "./chunks/chunk-LFGHOSNI.js";
import {
  forgetCertificates,
  forgetLogin
} from "./chunks/chunk-MAFPRT7D.js";
import "./chunks/chunk-JSEEVW6R.js";
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
