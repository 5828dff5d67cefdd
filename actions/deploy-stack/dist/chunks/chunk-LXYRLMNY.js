import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/plain/secret-forms.ts
var SHORTEST = 6;
var MOST_PARTS = 300;
var LONGEST_ADDRESS = 8192;
var PEM_FRAME = /^-----(?:BEGIN|END) [A-Z0-9 ]+-----$/;
function secretForms(secret) {
  const whole = Buffer.from(secret).toString("utf8");
  const parts = [whole, whole.replace(/[\r\n]+$/, ""), whole.trim(), whole.replace(/\s+/g, " ").trim()];
  const inner = [...lines(whole), ...partsOfAddress(whole), ...textsOfJson(whole)];
  const long = inner.filter((part) => part.length >= SHORTEST && !PEM_FRAME.test(part));
  return [...new Set([...parts, ...long.slice(0, MOST_PARTS)].flatMap(formsOf))].filter((form) => form !== "");
}
__name(secretForms, "secretForms");
var lines = /* @__PURE__ */ __name((text) => text.split(/\r\n|\r|\n/).map((line) => line.trim()), "lines");
function partsOfAddress(text) {
  const address = /^[a-z][a-z0-9+.-]{0,30}:\/\//i.exec(text.trim())?.[0];
  const rest = address && text.trim().slice(address.length);
  if (!rest || rest.length > LONGEST_ADDRESS || /\s/.test(rest)) return [];
  const at = rest.indexOf("@");
  const user = at === -1 ? "" : rest.slice(0, at);
  const values = rest.slice(at + 1).split(/[?&#]/).slice(1);
  const parts = [
    user.slice(user.indexOf(":") + 1),
    ...values.map((pair) => pair.slice(pair.indexOf("=") + 1)).slice(0, MOST_PARTS)
  ];
  return parts.flatMap((part) => [part, decoded(part)]);
}
__name(partsOfAddress, "partsOfAddress");
function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
__name(decoded, "decoded");
function textsOfJson(text) {
  if (!/^\s*[[{]/.test(text)) return [];
  const found = [];
  try {
    JSON.parse(text, (_key, value) => {
      if (typeof value === "string") found.push(value);
      return value;
    });
  } catch {
  }
  return found;
}
__name(textsOfJson, "textsOfJson");
function formsOf(text) {
  const bytes = Buffer.from(text);
  const encoded = [
    JSON.stringify(text).slice(1, -1),
    encodeURIComponent(text.toWellFormed()),
    new URLSearchParams([["", text.toWellFormed()]]).toString().slice(1),
    // The end of base64 depends on what follows: its padding may not be there.
    bytes.toString("base64").replace(/=+$/, ""),
    bytes.toString("base64url"),
    ...shifted(bytes),
    bytes.toString("hex"),
    bytes.toString("hex").toUpperCase()
  ];
  return [text, ...encoded.filter((form) => form.length >= SHORTEST)];
}
__name(formsOf, "formsOf");
function shifted(bytes) {
  return [1, 2].map((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes]);
    const sure = whole.length - whole.length % 3;
    return whole.subarray(0, sure).toString("base64").slice(4);
  });
}
__name(shifted, "shifted");

export {
  secretForms
};
