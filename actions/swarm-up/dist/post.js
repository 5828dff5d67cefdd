import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  runPost
} from "./chunks/chunk-2HZJYPIM.js";
import "./chunks/chunk-F6W6GF7E.js";
import "./chunks/chunk-V755GLVH.js";
import "./chunks/chunk-R2JIAELI.js";
import "./chunks/chunk-TLGIOUIF.js";

// actions/swarm-up/post.ts
await runPost(async (door) => {
  const name = door.savedState("cluster");
  if (!name) return;
  const { down } = await import("./chunks/down-43BDRHDY.js");
  await down({ name, isAllOfOurs: false }, door.home, door.effects);
});
