import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  forgetCertificates,
  forgetLogin
} from "./chunks/chunk-MAFPRT7D.js";
import {
  runPost
} from "./chunks/chunk-IQQ7IY3Q.js";
import "./chunks/chunk-MVY6Z5LL.js";
import "./chunks/chunk-F6W6GF7E.js";
import "./chunks/chunk-FPIX6GPL.js";
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

// actions/deploy-stack/post.ts
await runPost(forgetSecrets);
