import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  titleOf
} from "./chunk-K4ICQIHP.js";
import {
  lanesOf,
  withoutStack
} from "./chunk-X42VRXEU.js";
import {
  STATUS_WORDS,
  caveats,
  headline,
  noStandIns
} from "./chunk-WUV5N3ZX.js";
import {
  changesOf,
  liveChanges,
  sinceStartMs
} from "./chunk-GLMSV6DL.js";
import {
  answersMatrix
} from "./chunk-T6QNDE6C.js";
import {
  ON_TASKS
} from "./chunk-6DEXFADH.js";
import {
  bytes,
  count,
  cutText,
  duration,
  moment,
  percent,
  whole,
  withinLimits
} from "./chunk-IAAO522G.js";
import "./chunk-YMHORQ5N.js";
import {
  afterwards,
  wayOut
} from "./chunk-2G2HWL7I.js";
import {
  webAddress
} from "./chunk-4PRY5P2B.js";
import {
  inHtml,
  oneLine
} from "./chunk-TO3536BY.js";
import "./chunk-YQM7MODX.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/report/html.ts
import { createHash } from "node:crypto";

// src/report/latency.rules.ts
function mergedBuckets(all) {
  const byBound = /* @__PURE__ */ new Map();
  for (const bucket of all.flat()) {
    const known = byBound.get(bucket.toMs);
    byBound.set(bucket.toMs, known ? { ...known, count: known.count + bucket.count } : bucket);
  }
  return [...byBound.values()].filter(isSound).toSorted((a, b) => a.fromMs - b.fromMs);
}
__name(mergedBuckets, "mergedBuckets");
var isSound = /* @__PURE__ */ __name(({ fromMs, toMs, count: count2 }) => fromMs >= 0 && toMs > fromMs && count2 > 0 && Number.isFinite(toMs), "isSound");
function boundOf(buckets, percent2) {
  const total = buckets.reduce((sum, bucket) => sum + bucket.count, 0);
  let seen = 0;
  for (const bucket of buckets) {
    seen += bucket.count;
    if (seen >= percent2 / 100 * total - 1e-9) return bucket.toMs;
  }
  return void 0;
}
__name(boundOf, "boundOf");

// node_modules/d3-array/dist/d3-array.mjs
function ascending(a, b) {
  return a == null || b == null ? NaN : a < b ? -1 : a > b ? 1 : a >= b ? 0 : NaN;
}
__name(ascending, "ascending");
function descending(a, b) {
  return a == null || b == null ? NaN : b < a ? -1 : b > a ? 1 : b >= a ? 0 : NaN;
}
__name(descending, "descending");
function bisector(f) {
  let compare1, compare2, delta;
  if (f.length !== 2) {
    compare1 = ascending;
    compare2 = /* @__PURE__ */ __name((d, x) => ascending(f(d), x), "compare2");
    delta = /* @__PURE__ */ __name((d, x) => f(d) - x, "delta");
  } else {
    compare1 = f === ascending || f === descending ? f : zero;
    compare2 = f;
    delta = f;
  }
  function left(a, x, lo = 0, hi = a.length) {
    if (lo < hi) {
      if (compare1(x, x) !== 0) return hi;
      do {
        const mid = lo + hi >>> 1;
        if (compare2(a[mid], x) < 0) lo = mid + 1;
        else hi = mid;
      } while (lo < hi);
    }
    return lo;
  }
  __name(left, "left");
  function right(a, x, lo = 0, hi = a.length) {
    if (lo < hi) {
      if (compare1(x, x) !== 0) return hi;
      do {
        const mid = lo + hi >>> 1;
        if (compare2(a[mid], x) <= 0) lo = mid + 1;
        else hi = mid;
      } while (lo < hi);
    }
    return lo;
  }
  __name(right, "right");
  function center(a, x, lo = 0, hi = a.length) {
    const i = left(a, x, lo, hi - 1);
    return i > lo && delta(a[i - 1], x) > -delta(a[i], x) ? i - 1 : i;
  }
  __name(center, "center");
  return { left, center, right };
}
__name(bisector, "bisector");
function zero() {
  return 0;
}
__name(zero, "zero");
function number(x) {
  return x === null ? NaN : +x;
}
__name(number, "number");
var ascendingBisect = bisector(ascending);
var bisectRight = ascendingBisect.right;
var bisectLeft = ascendingBisect.left;
var bisectCenter = bisector(number).center;
var blur2 = Blur2(blurf);
var blurImage = Blur2(blurfImage);
function Blur2(blur) {
  return function(data, rx, ry = rx) {
    if (!((rx = +rx) >= 0)) throw new RangeError("invalid rx");
    if (!((ry = +ry) >= 0)) throw new RangeError("invalid ry");
    let { data: values, width, height } = data;
    if (!((width = Math.floor(width)) >= 0)) throw new RangeError("invalid width");
    if (!((height = Math.floor(height !== void 0 ? height : values.length / width)) >= 0)) throw new RangeError("invalid height");
    if (!width || !height || !rx && !ry) return data;
    const blurx = rx && blur(rx);
    const blury = ry && blur(ry);
    const temp = values.slice();
    if (blurx && blury) {
      blurh(blurx, temp, values, width, height);
      blurh(blurx, values, temp, width, height);
      blurh(blurx, temp, values, width, height);
      blurv(blury, values, temp, width, height);
      blurv(blury, temp, values, width, height);
      blurv(blury, values, temp, width, height);
    } else if (blurx) {
      blurh(blurx, values, temp, width, height);
      blurh(blurx, temp, values, width, height);
      blurh(blurx, values, temp, width, height);
    } else if (blury) {
      blurv(blury, values, temp, width, height);
      blurv(blury, temp, values, width, height);
      blurv(blury, values, temp, width, height);
    }
    return data;
  };
}
__name(Blur2, "Blur2");
function blurh(blur, T, S, w, h) {
  for (let y = 0, n = w * h; y < n; ) {
    blur(T, S, y, y += w, 1);
  }
}
__name(blurh, "blurh");
function blurv(blur, T, S, w, h) {
  for (let x = 0, n = w * h; x < w; ++x) {
    blur(T, S, x, x + n, w);
  }
}
__name(blurv, "blurv");
function blurfImage(radius) {
  const blur = blurf(radius);
  return (T, S, start, stop, step) => {
    start <<= 2, stop <<= 2, step <<= 2;
    blur(T, S, start + 0, stop + 0, step);
    blur(T, S, start + 1, stop + 1, step);
    blur(T, S, start + 2, stop + 2, step);
    blur(T, S, start + 3, stop + 3, step);
  };
}
__name(blurfImage, "blurfImage");
function blurf(radius) {
  const radius0 = Math.floor(radius);
  if (radius0 === radius) return bluri(radius);
  const t = radius - radius0;
  const w = 2 * radius + 1;
  return (T, S, start, stop, step) => {
    if (!((stop -= step) >= start)) return;
    let sum = radius0 * S[start];
    const s0 = step * radius0;
    const s1 = s0 + step;
    for (let i = start, j = start + s0; i < j; i += step) {
      sum += S[Math.min(stop, i)];
    }
    for (let i = start, j = stop; i <= j; i += step) {
      sum += S[Math.min(stop, i + s0)];
      T[i] = (sum + t * (S[Math.max(start, i - s1)] + S[Math.min(stop, i + s1)])) / w;
      sum -= S[Math.max(start, i - s0)];
    }
  };
}
__name(blurf, "blurf");
function bluri(radius) {
  const w = 2 * radius + 1;
  return (T, S, start, stop, step) => {
    if (!((stop -= step) >= start)) return;
    let sum = radius * S[start];
    const s = step * radius;
    for (let i = start, j = start + s; i < j; i += step) {
      sum += S[Math.min(stop, i)];
    }
    for (let i = start, j = stop; i <= j; i += step) {
      sum += S[Math.min(stop, i + s)];
      T[i] = sum / w;
      sum -= S[Math.max(start, i - s)];
    }
  };
}
__name(bluri, "bluri");
var array = Array.prototype;
var slice = array.slice;
var e10 = Math.sqrt(50);
var e5 = Math.sqrt(10);
var e2 = Math.sqrt(2);
function tickSpec(start, stop, count2) {
  const step = (stop - start) / Math.max(0, count2), power = Math.floor(Math.log10(step)), error = step / Math.pow(10, power), factor = error >= e10 ? 10 : error >= e5 ? 5 : error >= e2 ? 2 : 1;
  let i1, i2, inc;
  if (power < 0) {
    inc = Math.pow(10, -power) / factor;
    i1 = Math.round(start * inc);
    i2 = Math.round(stop * inc);
    if (i1 / inc < start) ++i1;
    if (i2 / inc > stop) --i2;
    inc = -inc;
  } else {
    inc = Math.pow(10, power) * factor;
    i1 = Math.round(start / inc);
    i2 = Math.round(stop / inc);
    if (i1 * inc < start) ++i1;
    if (i2 * inc > stop) --i2;
  }
  if (i2 < i1 && 0.5 <= count2 && count2 < 2) return tickSpec(start, stop, count2 * 2);
  return [i1, i2, inc];
}
__name(tickSpec, "tickSpec");
function ticks(start, stop, count2) {
  stop = +stop, start = +start, count2 = +count2;
  if (!(count2 > 0)) return [];
  if (start === stop) return [start];
  const reverse = stop < start, [i1, i2, inc] = reverse ? tickSpec(stop, start, count2) : tickSpec(start, stop, count2);
  if (!(i2 >= i1)) return [];
  const n = i2 - i1 + 1, ticks2 = new Array(n);
  if (reverse) {
    if (inc < 0) for (let i = 0; i < n; ++i) ticks2[i] = (i2 - i) / -inc;
    else for (let i = 0; i < n; ++i) ticks2[i] = (i2 - i) * inc;
  } else {
    if (inc < 0) for (let i = 0; i < n; ++i) ticks2[i] = (i1 + i) / -inc;
    else for (let i = 0; i < n; ++i) ticks2[i] = (i1 + i) * inc;
  }
  return ticks2;
}
__name(ticks, "ticks");
function tickIncrement(start, stop, count2) {
  stop = +stop, start = +start, count2 = +count2;
  return tickSpec(start, stop, count2)[2];
}
__name(tickIncrement, "tickIncrement");
function tickStep(start, stop, count2) {
  stop = +stop, start = +start, count2 = +count2;
  const reverse = stop < start, inc = reverse ? tickIncrement(stop, start, count2) : tickIncrement(start, stop, count2);
  return (reverse ? -1 : 1) * (inc < 0 ? 1 / -inc : inc);
}
__name(tickStep, "tickStep");
var shuffle = shuffler(Math.random);
function shuffler(random) {
  return /* @__PURE__ */ __name(function shuffle2(array2, i0 = 0, i1 = array2.length) {
    let m = i1 - (i0 = +i0);
    while (m) {
      const i = random() * m-- | 0, t = array2[m + i0];
      array2[m + i0] = array2[i + i0];
      array2[i + i0] = t;
    }
    return array2;
  }, "shuffle");
}
__name(shuffler, "shuffler");

// node_modules/d3-scale/src/init.js
function initRange(domain, range) {
  switch (arguments.length) {
    case 0:
      break;
    case 1:
      this.range(domain);
      break;
    default:
      this.range(range).domain(domain);
      break;
  }
  return this;
}
__name(initRange, "initRange");

// node_modules/d3-color/dist/d3-color.mjs
function define(constructor, factory, prototype) {
  constructor.prototype = factory.prototype = prototype;
  prototype.constructor = constructor;
}
__name(define, "define");
function extend(parent, definition) {
  var prototype = Object.create(parent.prototype);
  for (var key2 in definition) prototype[key2] = definition[key2];
  return prototype;
}
__name(extend, "extend");
function Color() {
}
__name(Color, "Color");
var darker = 0.7;
var brighter = 1 / darker;
var reI = "\\s*([+-]?\\d+)\\s*";
var reN = "\\s*([+-]?(?:\\d*\\.)?\\d+(?:[eE][+-]?\\d+)?)\\s*";
var reP = "\\s*([+-]?(?:\\d*\\.)?\\d+(?:[eE][+-]?\\d+)?)%\\s*";
var reHex = /^#([0-9a-f]{3,8})$/;
var reRgbInteger = new RegExp(`^rgb\\(${reI},${reI},${reI}\\)$`);
var reRgbPercent = new RegExp(`^rgb\\(${reP},${reP},${reP}\\)$`);
var reRgbaInteger = new RegExp(`^rgba\\(${reI},${reI},${reI},${reN}\\)$`);
var reRgbaPercent = new RegExp(`^rgba\\(${reP},${reP},${reP},${reN}\\)$`);
var reHslPercent = new RegExp(`^hsl\\(${reN},${reP},${reP}\\)$`);
var reHslaPercent = new RegExp(`^hsla\\(${reN},${reP},${reP},${reN}\\)$`);
var named = {
  aliceblue: 15792383,
  antiquewhite: 16444375,
  aqua: 65535,
  aquamarine: 8388564,
  azure: 15794175,
  beige: 16119260,
  bisque: 16770244,
  black: 0,
  blanchedalmond: 16772045,
  blue: 255,
  blueviolet: 9055202,
  brown: 10824234,
  burlywood: 14596231,
  cadetblue: 6266528,
  chartreuse: 8388352,
  chocolate: 13789470,
  coral: 16744272,
  cornflowerblue: 6591981,
  cornsilk: 16775388,
  crimson: 14423100,
  cyan: 65535,
  darkblue: 139,
  darkcyan: 35723,
  darkgoldenrod: 12092939,
  darkgray: 11119017,
  darkgreen: 25600,
  darkgrey: 11119017,
  darkkhaki: 12433259,
  darkmagenta: 9109643,
  darkolivegreen: 5597999,
  darkorange: 16747520,
  darkorchid: 10040012,
  darkred: 9109504,
  darksalmon: 15308410,
  darkseagreen: 9419919,
  darkslateblue: 4734347,
  darkslategray: 3100495,
  darkslategrey: 3100495,
  darkturquoise: 52945,
  darkviolet: 9699539,
  deeppink: 16716947,
  deepskyblue: 49151,
  dimgray: 6908265,
  dimgrey: 6908265,
  dodgerblue: 2003199,
  firebrick: 11674146,
  floralwhite: 16775920,
  forestgreen: 2263842,
  fuchsia: 16711935,
  gainsboro: 14474460,
  ghostwhite: 16316671,
  gold: 16766720,
  goldenrod: 14329120,
  gray: 8421504,
  green: 32768,
  greenyellow: 11403055,
  grey: 8421504,
  honeydew: 15794160,
  hotpink: 16738740,
  indianred: 13458524,
  indigo: 4915330,
  ivory: 16777200,
  khaki: 15787660,
  lavender: 15132410,
  lavenderblush: 16773365,
  lawngreen: 8190976,
  lemonchiffon: 16775885,
  lightblue: 11393254,
  lightcoral: 15761536,
  lightcyan: 14745599,
  lightgoldenrodyellow: 16448210,
  lightgray: 13882323,
  lightgreen: 9498256,
  lightgrey: 13882323,
  lightpink: 16758465,
  lightsalmon: 16752762,
  lightseagreen: 2142890,
  lightskyblue: 8900346,
  lightslategray: 7833753,
  lightslategrey: 7833753,
  lightsteelblue: 11584734,
  lightyellow: 16777184,
  lime: 65280,
  limegreen: 3329330,
  linen: 16445670,
  magenta: 16711935,
  maroon: 8388608,
  mediumaquamarine: 6737322,
  mediumblue: 205,
  mediumorchid: 12211667,
  mediumpurple: 9662683,
  mediumseagreen: 3978097,
  mediumslateblue: 8087790,
  mediumspringgreen: 64154,
  mediumturquoise: 4772300,
  mediumvioletred: 13047173,
  midnightblue: 1644912,
  mintcream: 16121850,
  mistyrose: 16770273,
  moccasin: 16770229,
  navajowhite: 16768685,
  navy: 128,
  oldlace: 16643558,
  olive: 8421376,
  olivedrab: 7048739,
  orange: 16753920,
  orangered: 16729344,
  orchid: 14315734,
  palegoldenrod: 15657130,
  palegreen: 10025880,
  paleturquoise: 11529966,
  palevioletred: 14381203,
  papayawhip: 16773077,
  peachpuff: 16767673,
  peru: 13468991,
  pink: 16761035,
  plum: 14524637,
  powderblue: 11591910,
  purple: 8388736,
  rebeccapurple: 6697881,
  red: 16711680,
  rosybrown: 12357519,
  royalblue: 4286945,
  saddlebrown: 9127187,
  salmon: 16416882,
  sandybrown: 16032864,
  seagreen: 3050327,
  seashell: 16774638,
  sienna: 10506797,
  silver: 12632256,
  skyblue: 8900331,
  slateblue: 6970061,
  slategray: 7372944,
  slategrey: 7372944,
  snow: 16775930,
  springgreen: 65407,
  steelblue: 4620980,
  tan: 13808780,
  teal: 32896,
  thistle: 14204888,
  tomato: 16737095,
  turquoise: 4251856,
  violet: 15631086,
  wheat: 16113331,
  white: 16777215,
  whitesmoke: 16119285,
  yellow: 16776960,
  yellowgreen: 10145074
};
define(Color, color, {
  copy(channels) {
    return Object.assign(new this.constructor(), this, channels);
  },
  displayable() {
    return this.rgb().displayable();
  },
  hex: color_formatHex,
  // Deprecated! Use color.formatHex.
  formatHex: color_formatHex,
  formatHex8: color_formatHex8,
  formatHsl: color_formatHsl,
  formatRgb: color_formatRgb,
  toString: color_formatRgb
});
function color_formatHex() {
  return this.rgb().formatHex();
}
__name(color_formatHex, "color_formatHex");
function color_formatHex8() {
  return this.rgb().formatHex8();
}
__name(color_formatHex8, "color_formatHex8");
function color_formatHsl() {
  return hslConvert(this).formatHsl();
}
__name(color_formatHsl, "color_formatHsl");
function color_formatRgb() {
  return this.rgb().formatRgb();
}
__name(color_formatRgb, "color_formatRgb");
function color(format2) {
  var m, l;
  format2 = (format2 + "").trim().toLowerCase();
  return (m = reHex.exec(format2)) ? (l = m[1].length, m = parseInt(m[1], 16), l === 6 ? rgbn(m) : l === 3 ? new Rgb(m >> 8 & 15 | m >> 4 & 240, m >> 4 & 15 | m & 240, (m & 15) << 4 | m & 15, 1) : l === 8 ? rgba(m >> 24 & 255, m >> 16 & 255, m >> 8 & 255, (m & 255) / 255) : l === 4 ? rgba(m >> 12 & 15 | m >> 8 & 240, m >> 8 & 15 | m >> 4 & 240, m >> 4 & 15 | m & 240, ((m & 15) << 4 | m & 15) / 255) : null) : (m = reRgbInteger.exec(format2)) ? new Rgb(m[1], m[2], m[3], 1) : (m = reRgbPercent.exec(format2)) ? new Rgb(m[1] * 255 / 100, m[2] * 255 / 100, m[3] * 255 / 100, 1) : (m = reRgbaInteger.exec(format2)) ? rgba(m[1], m[2], m[3], m[4]) : (m = reRgbaPercent.exec(format2)) ? rgba(m[1] * 255 / 100, m[2] * 255 / 100, m[3] * 255 / 100, m[4]) : (m = reHslPercent.exec(format2)) ? hsla(m[1], m[2] / 100, m[3] / 100, 1) : (m = reHslaPercent.exec(format2)) ? hsla(m[1], m[2] / 100, m[3] / 100, m[4]) : named.hasOwnProperty(format2) ? rgbn(named[format2]) : format2 === "transparent" ? new Rgb(NaN, NaN, NaN, 0) : null;
}
__name(color, "color");
function rgbn(n) {
  return new Rgb(n >> 16 & 255, n >> 8 & 255, n & 255, 1);
}
__name(rgbn, "rgbn");
function rgba(r, g, b, a) {
  if (a <= 0) r = g = b = NaN;
  return new Rgb(r, g, b, a);
}
__name(rgba, "rgba");
function rgbConvert(o) {
  if (!(o instanceof Color)) o = color(o);
  if (!o) return new Rgb();
  o = o.rgb();
  return new Rgb(o.r, o.g, o.b, o.opacity);
}
__name(rgbConvert, "rgbConvert");
function rgb(r, g, b, opacity) {
  return arguments.length === 1 ? rgbConvert(r) : new Rgb(r, g, b, opacity == null ? 1 : opacity);
}
__name(rgb, "rgb");
function Rgb(r, g, b, opacity) {
  this.r = +r;
  this.g = +g;
  this.b = +b;
  this.opacity = +opacity;
}
__name(Rgb, "Rgb");
define(Rgb, rgb, extend(Color, {
  brighter(k) {
    k = k == null ? brighter : Math.pow(brighter, k);
    return new Rgb(this.r * k, this.g * k, this.b * k, this.opacity);
  },
  darker(k) {
    k = k == null ? darker : Math.pow(darker, k);
    return new Rgb(this.r * k, this.g * k, this.b * k, this.opacity);
  },
  rgb() {
    return this;
  },
  clamp() {
    return new Rgb(clampi(this.r), clampi(this.g), clampi(this.b), clampa(this.opacity));
  },
  displayable() {
    return -0.5 <= this.r && this.r < 255.5 && (-0.5 <= this.g && this.g < 255.5) && (-0.5 <= this.b && this.b < 255.5) && (0 <= this.opacity && this.opacity <= 1);
  },
  hex: rgb_formatHex,
  // Deprecated! Use color.formatHex.
  formatHex: rgb_formatHex,
  formatHex8: rgb_formatHex8,
  formatRgb: rgb_formatRgb,
  toString: rgb_formatRgb
}));
function rgb_formatHex() {
  return `#${hex(this.r)}${hex(this.g)}${hex(this.b)}`;
}
__name(rgb_formatHex, "rgb_formatHex");
function rgb_formatHex8() {
  return `#${hex(this.r)}${hex(this.g)}${hex(this.b)}${hex((isNaN(this.opacity) ? 1 : this.opacity) * 255)}`;
}
__name(rgb_formatHex8, "rgb_formatHex8");
function rgb_formatRgb() {
  const a = clampa(this.opacity);
  return `${a === 1 ? "rgb(" : "rgba("}${clampi(this.r)}, ${clampi(this.g)}, ${clampi(this.b)}${a === 1 ? ")" : `, ${a})`}`;
}
__name(rgb_formatRgb, "rgb_formatRgb");
function clampa(opacity) {
  return isNaN(opacity) ? 1 : Math.max(0, Math.min(1, opacity));
}
__name(clampa, "clampa");
function clampi(value3) {
  return Math.max(0, Math.min(255, Math.round(value3) || 0));
}
__name(clampi, "clampi");
function hex(value3) {
  value3 = clampi(value3);
  return (value3 < 16 ? "0" : "") + value3.toString(16);
}
__name(hex, "hex");
function hsla(h, s, l, a) {
  if (a <= 0) h = s = l = NaN;
  else if (l <= 0 || l >= 1) h = s = NaN;
  else if (s <= 0) h = NaN;
  return new Hsl(h, s, l, a);
}
__name(hsla, "hsla");
function hslConvert(o) {
  if (o instanceof Hsl) return new Hsl(o.h, o.s, o.l, o.opacity);
  if (!(o instanceof Color)) o = color(o);
  if (!o) return new Hsl();
  if (o instanceof Hsl) return o;
  o = o.rgb();
  var r = o.r / 255, g = o.g / 255, b = o.b / 255, min = Math.min(r, g, b), max = Math.max(r, g, b), h = NaN, s = max - min, l = (max + min) / 2;
  if (s) {
    if (r === max) h = (g - b) / s + (g < b) * 6;
    else if (g === max) h = (b - r) / s + 2;
    else h = (r - g) / s + 4;
    s /= l < 0.5 ? max + min : 2 - max - min;
    h *= 60;
  } else {
    s = l > 0 && l < 1 ? 0 : h;
  }
  return new Hsl(h, s, l, o.opacity);
}
__name(hslConvert, "hslConvert");
function hsl(h, s, l, opacity) {
  return arguments.length === 1 ? hslConvert(h) : new Hsl(h, s, l, opacity == null ? 1 : opacity);
}
__name(hsl, "hsl");
function Hsl(h, s, l, opacity) {
  this.h = +h;
  this.s = +s;
  this.l = +l;
  this.opacity = +opacity;
}
__name(Hsl, "Hsl");
define(Hsl, hsl, extend(Color, {
  brighter(k) {
    k = k == null ? brighter : Math.pow(brighter, k);
    return new Hsl(this.h, this.s, this.l * k, this.opacity);
  },
  darker(k) {
    k = k == null ? darker : Math.pow(darker, k);
    return new Hsl(this.h, this.s, this.l * k, this.opacity);
  },
  rgb() {
    var h = this.h % 360 + (this.h < 0) * 360, s = isNaN(h) || isNaN(this.s) ? 0 : this.s, l = this.l, m2 = l + (l < 0.5 ? l : 1 - l) * s, m1 = 2 * l - m2;
    return new Rgb(
      hsl2rgb(h >= 240 ? h - 240 : h + 120, m1, m2),
      hsl2rgb(h, m1, m2),
      hsl2rgb(h < 120 ? h + 240 : h - 120, m1, m2),
      this.opacity
    );
  },
  clamp() {
    return new Hsl(clamph(this.h), clampt(this.s), clampt(this.l), clampa(this.opacity));
  },
  displayable() {
    return (0 <= this.s && this.s <= 1 || isNaN(this.s)) && (0 <= this.l && this.l <= 1) && (0 <= this.opacity && this.opacity <= 1);
  },
  formatHsl() {
    const a = clampa(this.opacity);
    return `${a === 1 ? "hsl(" : "hsla("}${clamph(this.h)}, ${clampt(this.s) * 100}%, ${clampt(this.l) * 100}%${a === 1 ? ")" : `, ${a})`}`;
  }
}));
function clamph(value3) {
  value3 = (value3 || 0) % 360;
  return value3 < 0 ? value3 + 360 : value3;
}
__name(clamph, "clamph");
function clampt(value3) {
  return Math.max(0, Math.min(1, value3 || 0));
}
__name(clampt, "clampt");
function hsl2rgb(h, m1, m2) {
  return (h < 60 ? m1 + (m2 - m1) * h / 60 : h < 180 ? m2 : h < 240 ? m1 + (m2 - m1) * (240 - h) / 60 : m1) * 255;
}
__name(hsl2rgb, "hsl2rgb");
var radians = Math.PI / 180;
var degrees = 180 / Math.PI;
var K = 18;
var Xn = 0.96422;
var Yn = 1;
var Zn = 0.82521;
var t0 = 4 / 29;
var t1 = 6 / 29;
var t2 = 3 * t1 * t1;
var t3 = t1 * t1 * t1;
function labConvert(o) {
  if (o instanceof Lab) return new Lab(o.l, o.a, o.b, o.opacity);
  if (o instanceof Hcl) return hcl2lab(o);
  if (!(o instanceof Rgb)) o = rgbConvert(o);
  var r = rgb2lrgb(o.r), g = rgb2lrgb(o.g), b = rgb2lrgb(o.b), y = xyz2lab((0.2225045 * r + 0.7168786 * g + 0.0606169 * b) / Yn), x, z;
  if (r === g && g === b) x = z = y;
  else {
    x = xyz2lab((0.4360747 * r + 0.3850649 * g + 0.1430804 * b) / Xn);
    z = xyz2lab((0.0139322 * r + 0.0971045 * g + 0.7141733 * b) / Zn);
  }
  return new Lab(116 * y - 16, 500 * (x - y), 200 * (y - z), o.opacity);
}
__name(labConvert, "labConvert");
function lab(l, a, b, opacity) {
  return arguments.length === 1 ? labConvert(l) : new Lab(l, a, b, opacity == null ? 1 : opacity);
}
__name(lab, "lab");
function Lab(l, a, b, opacity) {
  this.l = +l;
  this.a = +a;
  this.b = +b;
  this.opacity = +opacity;
}
__name(Lab, "Lab");
define(Lab, lab, extend(Color, {
  brighter(k) {
    return new Lab(this.l + K * (k == null ? 1 : k), this.a, this.b, this.opacity);
  },
  darker(k) {
    return new Lab(this.l - K * (k == null ? 1 : k), this.a, this.b, this.opacity);
  },
  rgb() {
    var y = (this.l + 16) / 116, x = isNaN(this.a) ? y : y + this.a / 500, z = isNaN(this.b) ? y : y - this.b / 200;
    x = Xn * lab2xyz(x);
    y = Yn * lab2xyz(y);
    z = Zn * lab2xyz(z);
    return new Rgb(
      lrgb2rgb(3.1338561 * x - 1.6168667 * y - 0.4906146 * z),
      lrgb2rgb(-0.9787684 * x + 1.9161415 * y + 0.033454 * z),
      lrgb2rgb(0.0719453 * x - 0.2289914 * y + 1.4052427 * z),
      this.opacity
    );
  }
}));
function xyz2lab(t) {
  return t > t3 ? Math.pow(t, 1 / 3) : t / t2 + t0;
}
__name(xyz2lab, "xyz2lab");
function lab2xyz(t) {
  return t > t1 ? t * t * t : t2 * (t - t0);
}
__name(lab2xyz, "lab2xyz");
function lrgb2rgb(x) {
  return 255 * (x <= 31308e-7 ? 12.92 * x : 1.055 * Math.pow(x, 1 / 2.4) - 0.055);
}
__name(lrgb2rgb, "lrgb2rgb");
function rgb2lrgb(x) {
  return (x /= 255) <= 0.04045 ? x / 12.92 : Math.pow((x + 0.055) / 1.055, 2.4);
}
__name(rgb2lrgb, "rgb2lrgb");
function hclConvert(o) {
  if (o instanceof Hcl) return new Hcl(o.h, o.c, o.l, o.opacity);
  if (!(o instanceof Lab)) o = labConvert(o);
  if (o.a === 0 && o.b === 0) return new Hcl(NaN, 0 < o.l && o.l < 100 ? 0 : NaN, o.l, o.opacity);
  var h = Math.atan2(o.b, o.a) * degrees;
  return new Hcl(h < 0 ? h + 360 : h, Math.sqrt(o.a * o.a + o.b * o.b), o.l, o.opacity);
}
__name(hclConvert, "hclConvert");
function hcl(h, c, l, opacity) {
  return arguments.length === 1 ? hclConvert(h) : new Hcl(h, c, l, opacity == null ? 1 : opacity);
}
__name(hcl, "hcl");
function Hcl(h, c, l, opacity) {
  this.h = +h;
  this.c = +c;
  this.l = +l;
  this.opacity = +opacity;
}
__name(Hcl, "Hcl");
function hcl2lab(o) {
  if (isNaN(o.h)) return new Lab(o.l, 0, 0, o.opacity);
  var h = o.h * radians;
  return new Lab(o.l, Math.cos(h) * o.c, Math.sin(h) * o.c, o.opacity);
}
__name(hcl2lab, "hcl2lab");
define(Hcl, hcl, extend(Color, {
  brighter(k) {
    return new Hcl(this.h, this.c, this.l + K * (k == null ? 1 : k), this.opacity);
  },
  darker(k) {
    return new Hcl(this.h, this.c, this.l - K * (k == null ? 1 : k), this.opacity);
  },
  rgb() {
    return hcl2lab(this).rgb();
  }
}));
var A = -0.14861;
var B = 1.78277;
var C = -0.29227;
var D = -0.90649;
var E = 1.97294;
var ED = E * D;
var EB = E * B;
var BC_DA = B * C - D * A;
function cubehelixConvert(o) {
  if (o instanceof Cubehelix) return new Cubehelix(o.h, o.s, o.l, o.opacity);
  if (!(o instanceof Rgb)) o = rgbConvert(o);
  var r = o.r / 255, g = o.g / 255, b = o.b / 255, l = (BC_DA * b + ED * r - EB * g) / (BC_DA + ED - EB), bl = b - l, k = (E * (g - l) - C * bl) / D, s = Math.sqrt(k * k + bl * bl) / (E * l * (1 - l)), h = s ? Math.atan2(k, bl) * degrees - 120 : NaN;
  return new Cubehelix(h < 0 ? h + 360 : h, s, l, o.opacity);
}
__name(cubehelixConvert, "cubehelixConvert");
function cubehelix(h, s, l, opacity) {
  return arguments.length === 1 ? cubehelixConvert(h) : new Cubehelix(h, s, l, opacity == null ? 1 : opacity);
}
__name(cubehelix, "cubehelix");
function Cubehelix(h, s, l, opacity) {
  this.h = +h;
  this.s = +s;
  this.l = +l;
  this.opacity = +opacity;
}
__name(Cubehelix, "Cubehelix");
define(Cubehelix, cubehelix, extend(Color, {
  brighter(k) {
    k = k == null ? brighter : Math.pow(brighter, k);
    return new Cubehelix(this.h, this.s, this.l * k, this.opacity);
  },
  darker(k) {
    k = k == null ? darker : Math.pow(darker, k);
    return new Cubehelix(this.h, this.s, this.l * k, this.opacity);
  },
  rgb() {
    var h = isNaN(this.h) ? 0 : (this.h + 120) * radians, l = +this.l, a = isNaN(this.s) ? 0 : this.s * l * (1 - l), cosh2 = Math.cos(h), sinh2 = Math.sin(h);
    return new Rgb(
      255 * (l + a * (A * cosh2 + B * sinh2)),
      255 * (l + a * (C * cosh2 + D * sinh2)),
      255 * (l + a * (E * cosh2)),
      this.opacity
    );
  }
}));

// node_modules/d3-interpolate/dist/d3-interpolate.mjs
function basis(t13, v0, v1, v2, v3) {
  var t22 = t13 * t13, t32 = t22 * t13;
  return ((1 - 3 * t13 + 3 * t22 - t32) * v0 + (4 - 6 * t22 + 3 * t32) * v1 + (1 + 3 * t13 + 3 * t22 - 3 * t32) * v2 + t32 * v3) / 6;
}
__name(basis, "basis");
function basis$1(values) {
  var n = values.length - 1;
  return function(t) {
    var i = t <= 0 ? t = 0 : t >= 1 ? (t = 1, n - 1) : Math.floor(t * n), v1 = values[i], v2 = values[i + 1], v0 = i > 0 ? values[i - 1] : 2 * v1 - v2, v3 = i < n - 1 ? values[i + 2] : 2 * v2 - v1;
    return basis((t - i / n) * n, v0, v1, v2, v3);
  };
}
__name(basis$1, "basis$1");
function basisClosed(values) {
  var n = values.length;
  return function(t) {
    var i = Math.floor(((t %= 1) < 0 ? ++t : t) * n), v0 = values[(i + n - 1) % n], v1 = values[i % n], v2 = values[(i + 1) % n], v3 = values[(i + 2) % n];
    return basis((t - i / n) * n, v0, v1, v2, v3);
  };
}
__name(basisClosed, "basisClosed");
var constant = /* @__PURE__ */ __name((x) => () => x, "constant");
function linear(a, d) {
  return function(t) {
    return a + t * d;
  };
}
__name(linear, "linear");
function exponential(a, b, y) {
  return a = Math.pow(a, y), b = Math.pow(b, y) - a, y = 1 / y, function(t) {
    return Math.pow(a + t * b, y);
  };
}
__name(exponential, "exponential");
function hue$1(a, b) {
  var d = b - a;
  return d ? linear(a, d > 180 || d < -180 ? d - 360 * Math.round(d / 360) : d) : constant(isNaN(a) ? b : a);
}
__name(hue$1, "hue$1");
function gamma(y) {
  return (y = +y) === 1 ? nogamma : function(a, b) {
    return b - a ? exponential(a, b, y) : constant(isNaN(a) ? b : a);
  };
}
__name(gamma, "gamma");
function nogamma(a, b) {
  var d = b - a;
  return d ? linear(a, d) : constant(isNaN(a) ? b : a);
}
__name(nogamma, "nogamma");
var rgb2 = (/* @__PURE__ */ __name((function rgbGamma(y) {
  var color2 = gamma(y);
  function rgb3(start, end) {
    var r = color2((start = rgb(start)).r, (end = rgb(end)).r), g = color2(start.g, end.g), b = color2(start.b, end.b), opacity = nogamma(start.opacity, end.opacity);
    return function(t) {
      start.r = r(t);
      start.g = g(t);
      start.b = b(t);
      start.opacity = opacity(t);
      return start + "";
    };
  }
  __name(rgb3, "rgb");
  rgb3.gamma = rgbGamma;
  return rgb3;
}), "rgbGamma"))(1);
function rgbSpline(spline) {
  return function(colors) {
    var n = colors.length, r = new Array(n), g = new Array(n), b = new Array(n), i, color2;
    for (i = 0; i < n; ++i) {
      color2 = rgb(colors[i]);
      r[i] = color2.r || 0;
      g[i] = color2.g || 0;
      b[i] = color2.b || 0;
    }
    r = spline(r);
    g = spline(g);
    b = spline(b);
    color2.opacity = 1;
    return function(t) {
      color2.r = r(t);
      color2.g = g(t);
      color2.b = b(t);
      return color2 + "";
    };
  };
}
__name(rgbSpline, "rgbSpline");
var rgbBasis = rgbSpline(basis$1);
var rgbBasisClosed = rgbSpline(basisClosed);
function numberArray(a, b) {
  if (!b) b = [];
  var n = a ? Math.min(b.length, a.length) : 0, c = b.slice(), i;
  return function(t) {
    for (i = 0; i < n; ++i) c[i] = a[i] * (1 - t) + b[i] * t;
    return c;
  };
}
__name(numberArray, "numberArray");
function isNumberArray(x) {
  return ArrayBuffer.isView(x) && !(x instanceof DataView);
}
__name(isNumberArray, "isNumberArray");
function genericArray(a, b) {
  var nb = b ? b.length : 0, na = a ? Math.min(nb, a.length) : 0, x = new Array(na), c = new Array(nb), i;
  for (i = 0; i < na; ++i) x[i] = value(a[i], b[i]);
  for (; i < nb; ++i) c[i] = b[i];
  return function(t) {
    for (i = 0; i < na; ++i) c[i] = x[i](t);
    return c;
  };
}
__name(genericArray, "genericArray");
function date(a, b) {
  var d = /* @__PURE__ */ new Date();
  return a = +a, b = +b, function(t) {
    return d.setTime(a * (1 - t) + b * t), d;
  };
}
__name(date, "date");
function number2(a, b) {
  return a = +a, b = +b, function(t) {
    return a * (1 - t) + b * t;
  };
}
__name(number2, "number");
function object(a, b) {
  var i = {}, c = {}, k;
  if (a === null || typeof a !== "object") a = {};
  if (b === null || typeof b !== "object") b = {};
  for (k in b) {
    if (k in a) {
      i[k] = value(a[k], b[k]);
    } else {
      c[k] = b[k];
    }
  }
  return function(t) {
    for (k in i) c[k] = i[k](t);
    return c;
  };
}
__name(object, "object");
var reA = /[-+]?(?:\d+\.?\d*|\.?\d+)(?:[eE][-+]?\d+)?/g;
var reB = new RegExp(reA.source, "g");
function zero2(b) {
  return function() {
    return b;
  };
}
__name(zero2, "zero");
function one(b) {
  return function(t) {
    return b(t) + "";
  };
}
__name(one, "one");
function string(a, b) {
  var bi = reA.lastIndex = reB.lastIndex = 0, am, bm, bs, i = -1, s = [], q = [];
  a = a + "", b = b + "";
  while ((am = reA.exec(a)) && (bm = reB.exec(b))) {
    if ((bs = bm.index) > bi) {
      bs = b.slice(bi, bs);
      if (s[i]) s[i] += bs;
      else s[++i] = bs;
    }
    if ((am = am[0]) === (bm = bm[0])) {
      if (s[i]) s[i] += bm;
      else s[++i] = bm;
    } else {
      s[++i] = null;
      q.push({ i, x: number2(am, bm) });
    }
    bi = reB.lastIndex;
  }
  if (bi < b.length) {
    bs = b.slice(bi);
    if (s[i]) s[i] += bs;
    else s[++i] = bs;
  }
  return s.length < 2 ? q[0] ? one(q[0].x) : zero2(b) : (b = q.length, function(t) {
    for (var i2 = 0, o; i2 < b; ++i2) s[(o = q[i2]).i] = o.x(t);
    return s.join("");
  });
}
__name(string, "string");
function value(a, b) {
  var t = typeof b, c;
  return b == null || t === "boolean" ? constant(b) : (t === "number" ? number2 : t === "string" ? (c = color(b)) ? (b = c, rgb2) : string : b instanceof color ? rgb2 : b instanceof Date ? date : isNumberArray(b) ? numberArray : Array.isArray(b) ? genericArray : typeof b.valueOf !== "function" && typeof b.toString !== "function" || isNaN(b) ? object : number2)(a, b);
}
__name(value, "value");
function round(a, b) {
  return a = +a, b = +b, function(t) {
    return Math.round(a * (1 - t) + b * t);
  };
}
__name(round, "round");
var degrees2 = 180 / Math.PI;
var identity = {
  translateX: 0,
  translateY: 0,
  rotate: 0,
  skewX: 0,
  scaleX: 1,
  scaleY: 1
};
function decompose(a, b, c, d, e, f) {
  var scaleX, scaleY, skewX;
  if (scaleX = Math.sqrt(a * a + b * b)) a /= scaleX, b /= scaleX;
  if (skewX = a * c + b * d) c -= a * skewX, d -= b * skewX;
  if (scaleY = Math.sqrt(c * c + d * d)) c /= scaleY, d /= scaleY, skewX /= scaleY;
  if (a * d < b * c) a = -a, b = -b, skewX = -skewX, scaleX = -scaleX;
  return {
    translateX: e,
    translateY: f,
    rotate: Math.atan2(b, a) * degrees2,
    skewX: Math.atan(skewX) * degrees2,
    scaleX,
    scaleY
  };
}
__name(decompose, "decompose");
var svgNode;
function parseCss(value3) {
  const m = new (typeof DOMMatrix === "function" ? DOMMatrix : WebKitCSSMatrix)(value3 + "");
  return m.isIdentity ? identity : decompose(m.a, m.b, m.c, m.d, m.e, m.f);
}
__name(parseCss, "parseCss");
function parseSvg(value3) {
  if (value3 == null) return identity;
  if (!svgNode) svgNode = document.createElementNS("http://www.w3.org/2000/svg", "g");
  svgNode.setAttribute("transform", value3);
  if (!(value3 = svgNode.transform.baseVal.consolidate())) return identity;
  value3 = value3.matrix;
  return decompose(value3.a, value3.b, value3.c, value3.d, value3.e, value3.f);
}
__name(parseSvg, "parseSvg");
function interpolateTransform(parse, pxComma, pxParen, degParen) {
  function pop(s) {
    return s.length ? s.pop() + " " : "";
  }
  __name(pop, "pop");
  function translate(xa, ya, xb, yb, s, q) {
    if (xa !== xb || ya !== yb) {
      var i = s.push("translate(", null, pxComma, null, pxParen);
      q.push({ i: i - 4, x: number2(xa, xb) }, { i: i - 2, x: number2(ya, yb) });
    } else if (xb || yb) {
      s.push("translate(" + xb + pxComma + yb + pxParen);
    }
  }
  __name(translate, "translate");
  function rotate(a, b, s, q) {
    if (a !== b) {
      if (a - b > 180) b += 360;
      else if (b - a > 180) a += 360;
      q.push({ i: s.push(pop(s) + "rotate(", null, degParen) - 2, x: number2(a, b) });
    } else if (b) {
      s.push(pop(s) + "rotate(" + b + degParen);
    }
  }
  __name(rotate, "rotate");
  function skewX(a, b, s, q) {
    if (a !== b) {
      q.push({ i: s.push(pop(s) + "skewX(", null, degParen) - 2, x: number2(a, b) });
    } else if (b) {
      s.push(pop(s) + "skewX(" + b + degParen);
    }
  }
  __name(skewX, "skewX");
  function scale(xa, ya, xb, yb, s, q) {
    if (xa !== xb || ya !== yb) {
      var i = s.push(pop(s) + "scale(", null, ",", null, ")");
      q.push({ i: i - 4, x: number2(xa, xb) }, { i: i - 2, x: number2(ya, yb) });
    } else if (xb !== 1 || yb !== 1) {
      s.push(pop(s) + "scale(" + xb + "," + yb + ")");
    }
  }
  __name(scale, "scale");
  return function(a, b) {
    var s = [], q = [];
    a = parse(a), b = parse(b);
    translate(a.translateX, a.translateY, b.translateX, b.translateY, s, q);
    rotate(a.rotate, b.rotate, s, q);
    skewX(a.skewX, b.skewX, s, q);
    scale(a.scaleX, a.scaleY, b.scaleX, b.scaleY, s, q);
    a = b = null;
    return function(t) {
      var i = -1, n = q.length, o;
      while (++i < n) s[(o = q[i]).i] = o.x(t);
      return s.join("");
    };
  };
}
__name(interpolateTransform, "interpolateTransform");
var interpolateTransformCss = interpolateTransform(parseCss, "px, ", "px)", "deg)");
var interpolateTransformSvg = interpolateTransform(parseSvg, ", ", ")", ")");
var epsilon2 = 1e-12;
function cosh(x) {
  return ((x = Math.exp(x)) + 1 / x) / 2;
}
__name(cosh, "cosh");
function sinh(x) {
  return ((x = Math.exp(x)) - 1 / x) / 2;
}
__name(sinh, "sinh");
function tanh(x) {
  return ((x = Math.exp(2 * x)) - 1) / (x + 1);
}
__name(tanh, "tanh");
var zoom = (/* @__PURE__ */ __name((function zoomRho(rho, rho2, rho4) {
  function zoom2(p0, p1) {
    var ux0 = p0[0], uy0 = p0[1], w0 = p0[2], ux1 = p1[0], uy1 = p1[1], w1 = p1[2], dx = ux1 - ux0, dy = uy1 - uy0, d2 = dx * dx + dy * dy, i, S;
    if (d2 < epsilon2) {
      S = Math.log(w1 / w0) / rho;
      i = /* @__PURE__ */ __name(function(t) {
        return [
          ux0 + t * dx,
          uy0 + t * dy,
          w0 * Math.exp(rho * t * S)
        ];
      }, "i");
    } else {
      var d1 = Math.sqrt(d2), b0 = (w1 * w1 - w0 * w0 + rho4 * d2) / (2 * w0 * rho2 * d1), b1 = (w1 * w1 - w0 * w0 - rho4 * d2) / (2 * w1 * rho2 * d1), r0 = Math.log(Math.sqrt(b0 * b0 + 1) - b0), r1 = Math.log(Math.sqrt(b1 * b1 + 1) - b1);
      S = (r1 - r0) / rho;
      i = /* @__PURE__ */ __name(function(t) {
        var s = t * S, coshr0 = cosh(r0), u = w0 / (rho2 * d1) * (coshr0 * tanh(rho * s + r0) - sinh(r0));
        return [
          ux0 + u * dx,
          uy0 + u * dy,
          w0 * coshr0 / cosh(rho * s + r0)
        ];
      }, "i");
    }
    i.duration = Math.abs(S) * 1e3 * rho / Math.SQRT2;
    return i;
  }
  __name(zoom2, "zoom");
  zoom2.rho = function(_) {
    var _1 = Math.max(1e-3, +_), _2 = _1 * _1, _4 = _2 * _2;
    return zoomRho(_1, _2, _4);
  };
  return zoom2;
}), "zoomRho"))(Math.SQRT2, 2, 4);
function hsl2(hue2) {
  return function(start, end) {
    var h = hue2((start = hsl(start)).h, (end = hsl(end)).h), s = nogamma(start.s, end.s), l = nogamma(start.l, end.l), opacity = nogamma(start.opacity, end.opacity);
    return function(t) {
      start.h = h(t);
      start.s = s(t);
      start.l = l(t);
      start.opacity = opacity(t);
      return start + "";
    };
  };
}
__name(hsl2, "hsl");
var hsl_default = hsl2(hue$1);
var hslLong = hsl2(nogamma);
function hcl2(hue2) {
  return function(start, end) {
    var h = hue2((start = hcl(start)).h, (end = hcl(end)).h), c = nogamma(start.c, end.c), l = nogamma(start.l, end.l), opacity = nogamma(start.opacity, end.opacity);
    return function(t) {
      start.h = h(t);
      start.c = c(t);
      start.l = l(t);
      start.opacity = opacity(t);
      return start + "";
    };
  };
}
__name(hcl2, "hcl");
var hcl_default = hcl2(hue$1);
var hclLong = hcl2(nogamma);
function cubehelix2(hue2) {
  return (/* @__PURE__ */ __name((function cubehelixGamma(y) {
    y = +y;
    function cubehelix3(start, end) {
      var h = hue2((start = cubehelix(start)).h, (end = cubehelix(end)).h), s = nogamma(start.s, end.s), l = nogamma(start.l, end.l), opacity = nogamma(start.opacity, end.opacity);
      return function(t) {
        start.h = h(t);
        start.s = s(t);
        start.l = l(Math.pow(t, y));
        start.opacity = opacity(t);
        return start + "";
      };
    }
    __name(cubehelix3, "cubehelix");
    cubehelix3.gamma = cubehelixGamma;
    return cubehelix3;
  }), "cubehelixGamma"))(1);
}
__name(cubehelix2, "cubehelix");
var cubehelix_default = cubehelix2(hue$1);
var cubehelixLong = cubehelix2(nogamma);

// node_modules/d3-scale/src/constant.js
function constants(x) {
  return function() {
    return x;
  };
}
__name(constants, "constants");

// node_modules/d3-scale/src/number.js
function number3(x) {
  return +x;
}
__name(number3, "number");

// node_modules/d3-scale/src/continuous.js
var unit = [0, 1];
function identity2(x) {
  return x;
}
__name(identity2, "identity");
function normalize(a, b) {
  return (b -= a = +a) ? function(x) {
    return (x - a) / b;
  } : constants(isNaN(b) ? NaN : 0.5);
}
__name(normalize, "normalize");
function clamper(a, b) {
  var t;
  if (a > b) t = a, a = b, b = t;
  return function(x) {
    return Math.max(a, Math.min(b, x));
  };
}
__name(clamper, "clamper");
function bimap(domain, range, interpolate) {
  var d0 = domain[0], d1 = domain[1], r0 = range[0], r1 = range[1];
  if (d1 < d0) d0 = normalize(d1, d0), r0 = interpolate(r1, r0);
  else d0 = normalize(d0, d1), r0 = interpolate(r0, r1);
  return function(x) {
    return r0(d0(x));
  };
}
__name(bimap, "bimap");
function polymap(domain, range, interpolate) {
  var j = Math.min(domain.length, range.length) - 1, d = new Array(j), r = new Array(j), i = -1;
  if (domain[j] < domain[0]) {
    domain = domain.slice().reverse();
    range = range.slice().reverse();
  }
  while (++i < j) {
    d[i] = normalize(domain[i], domain[i + 1]);
    r[i] = interpolate(range[i], range[i + 1]);
  }
  return function(x) {
    var i2 = bisectRight(domain, x, 1, j) - 1;
    return r[i2](d[i2](x));
  };
}
__name(polymap, "polymap");
function copy(source, target) {
  return target.domain(source.domain()).range(source.range()).interpolate(source.interpolate()).clamp(source.clamp()).unknown(source.unknown());
}
__name(copy, "copy");
function transformer() {
  var domain = unit, range = unit, interpolate = value, transform, untransform, unknown, clamp = identity2, piecewise, output, input;
  function rescale() {
    var n = Math.min(domain.length, range.length);
    if (clamp !== identity2) clamp = clamper(domain[0], domain[n - 1]);
    piecewise = n > 2 ? polymap : bimap;
    output = input = null;
    return scale;
  }
  __name(rescale, "rescale");
  function scale(x) {
    return x == null || isNaN(x = +x) ? unknown : (output || (output = piecewise(domain.map(transform), range, interpolate)))(transform(clamp(x)));
  }
  __name(scale, "scale");
  scale.invert = function(y) {
    return clamp(untransform((input || (input = piecewise(range, domain.map(transform), number2)))(y)));
  };
  scale.domain = function(_) {
    return arguments.length ? (domain = Array.from(_, number3), rescale()) : domain.slice();
  };
  scale.range = function(_) {
    return arguments.length ? (range = Array.from(_), rescale()) : range.slice();
  };
  scale.rangeRound = function(_) {
    return range = Array.from(_), interpolate = round, rescale();
  };
  scale.clamp = function(_) {
    return arguments.length ? (clamp = _ ? true : identity2, rescale()) : clamp !== identity2;
  };
  scale.interpolate = function(_) {
    return arguments.length ? (interpolate = _, rescale()) : interpolate;
  };
  scale.unknown = function(_) {
    return arguments.length ? (unknown = _, scale) : unknown;
  };
  return function(t, u) {
    transform = t, untransform = u;
    return rescale();
  };
}
__name(transformer, "transformer");
function continuous() {
  return transformer()(identity2, identity2);
}
__name(continuous, "continuous");

// node_modules/d3-format/dist/d3-format.mjs
function formatDecimal(x) {
  return Math.abs(x = Math.round(x)) >= 1e21 ? x.toLocaleString("en").replace(/,/g, "") : x.toString(10);
}
__name(formatDecimal, "formatDecimal");
function formatDecimalParts(x, p) {
  if (!isFinite(x) || x === 0) return null;
  var i = (x = p ? x.toExponential(p - 1) : x.toExponential()).indexOf("e"), coefficient = x.slice(0, i);
  return [
    coefficient.length > 1 ? coefficient[0] + coefficient.slice(2) : coefficient,
    +x.slice(i + 1)
  ];
}
__name(formatDecimalParts, "formatDecimalParts");
function exponent(x) {
  return x = formatDecimalParts(Math.abs(x)), x ? x[1] : NaN;
}
__name(exponent, "exponent");
function formatGroup(grouping, thousands) {
  return function(value3, width) {
    var i = value3.length, t = [], j = 0, g = grouping[0], length = 0;
    while (i > 0 && g > 0) {
      if (length + g + 1 > width) g = Math.max(1, width - length);
      t.push(value3.substring(i -= g, i + g));
      if ((length += g + 1) > width) break;
      g = grouping[j = (j + 1) % grouping.length];
    }
    return t.reverse().join(thousands);
  };
}
__name(formatGroup, "formatGroup");
function formatNumerals(numerals) {
  return function(value3) {
    return value3.replace(/[0-9]/g, function(i) {
      return numerals[+i];
    });
  };
}
__name(formatNumerals, "formatNumerals");
var re = /^(?:(.)?([<>=^]))?([+\-( ])?([$#])?(0)?(\d+)?(,)?(\.\d+)?(~)?([a-z%])?$/i;
function formatSpecifier(specifier) {
  if (!(match = re.exec(specifier))) throw new Error("invalid format: " + specifier);
  var match;
  return new FormatSpecifier({
    fill: match[1],
    align: match[2],
    sign: match[3],
    symbol: match[4],
    zero: match[5],
    width: match[6],
    comma: match[7],
    precision: match[8] && match[8].slice(1),
    trim: match[9],
    type: match[10]
  });
}
__name(formatSpecifier, "formatSpecifier");
formatSpecifier.prototype = FormatSpecifier.prototype;
function FormatSpecifier(specifier) {
  this.fill = specifier.fill === void 0 ? " " : specifier.fill + "";
  this.align = specifier.align === void 0 ? ">" : specifier.align + "";
  this.sign = specifier.sign === void 0 ? "-" : specifier.sign + "";
  this.symbol = specifier.symbol === void 0 ? "" : specifier.symbol + "";
  this.zero = !!specifier.zero;
  this.width = specifier.width === void 0 ? void 0 : +specifier.width;
  this.comma = !!specifier.comma;
  this.precision = specifier.precision === void 0 ? void 0 : +specifier.precision;
  this.trim = !!specifier.trim;
  this.type = specifier.type === void 0 ? "" : specifier.type + "";
}
__name(FormatSpecifier, "FormatSpecifier");
FormatSpecifier.prototype.toString = function() {
  return this.fill + this.align + this.sign + this.symbol + (this.zero ? "0" : "") + (this.width === void 0 ? "" : Math.max(1, this.width | 0)) + (this.comma ? "," : "") + (this.precision === void 0 ? "" : "." + Math.max(0, this.precision | 0)) + (this.trim ? "~" : "") + this.type;
};
function formatTrim(s) {
  out: for (var n = s.length, i = 1, i0 = -1, i1; i < n; ++i) {
    switch (s[i]) {
      case ".":
        i0 = i1 = i;
        break;
      case "0":
        if (i0 === 0) i0 = i;
        i1 = i;
        break;
      default:
        if (!+s[i]) break out;
        if (i0 > 0) i0 = 0;
        break;
    }
  }
  return i0 > 0 ? s.slice(0, i0) + s.slice(i1 + 1) : s;
}
__name(formatTrim, "formatTrim");
var prefixExponent;
function formatPrefixAuto(x, p) {
  var d = formatDecimalParts(x, p);
  if (!d) return prefixExponent = void 0, x.toPrecision(p);
  var coefficient = d[0], exponent2 = d[1], i = exponent2 - (prefixExponent = Math.max(-8, Math.min(8, Math.floor(exponent2 / 3))) * 3) + 1, n = coefficient.length;
  return i === n ? coefficient : i > n ? coefficient + new Array(i - n + 1).join("0") : i > 0 ? coefficient.slice(0, i) + "." + coefficient.slice(i) : "0." + new Array(1 - i).join("0") + formatDecimalParts(x, Math.max(0, p + i - 1))[0];
}
__name(formatPrefixAuto, "formatPrefixAuto");
function formatRounded(x, p) {
  var d = formatDecimalParts(x, p);
  if (!d) return x + "";
  var coefficient = d[0], exponent2 = d[1];
  return exponent2 < 0 ? "0." + new Array(-exponent2).join("0") + coefficient : coefficient.length > exponent2 + 1 ? coefficient.slice(0, exponent2 + 1) + "." + coefficient.slice(exponent2 + 1) : coefficient + new Array(exponent2 - coefficient.length + 2).join("0");
}
__name(formatRounded, "formatRounded");
var formatTypes = {
  "%": /* @__PURE__ */ __name((x, p) => (x * 100).toFixed(p), "%"),
  "b": /* @__PURE__ */ __name((x) => Math.round(x).toString(2), "b"),
  "c": /* @__PURE__ */ __name((x) => x + "", "c"),
  "d": formatDecimal,
  "e": /* @__PURE__ */ __name((x, p) => x.toExponential(p), "e"),
  "f": /* @__PURE__ */ __name((x, p) => x.toFixed(p), "f"),
  "g": /* @__PURE__ */ __name((x, p) => x.toPrecision(p), "g"),
  "o": /* @__PURE__ */ __name((x) => Math.round(x).toString(8), "o"),
  "p": /* @__PURE__ */ __name((x, p) => formatRounded(x * 100, p), "p"),
  "r": formatRounded,
  "s": formatPrefixAuto,
  "X": /* @__PURE__ */ __name((x) => Math.round(x).toString(16).toUpperCase(), "X"),
  "x": /* @__PURE__ */ __name((x) => Math.round(x).toString(16), "x")
};
function identity3(x) {
  return x;
}
__name(identity3, "identity");
var map = Array.prototype.map;
var prefixes = ["y", "z", "a", "f", "p", "n", "\xB5", "m", "", "k", "M", "G", "T", "P", "E", "Z", "Y"];
function formatLocale(locale3) {
  var group = locale3.grouping === void 0 || locale3.thousands === void 0 ? identity3 : formatGroup(map.call(locale3.grouping, Number), locale3.thousands + ""), currencyPrefix = locale3.currency === void 0 ? "" : locale3.currency[0] + "", currencySuffix = locale3.currency === void 0 ? "" : locale3.currency[1] + "", decimal = locale3.decimal === void 0 ? "." : locale3.decimal + "", numerals = locale3.numerals === void 0 ? identity3 : formatNumerals(map.call(locale3.numerals, String)), percent2 = locale3.percent === void 0 ? "%" : locale3.percent + "", minus = locale3.minus === void 0 ? "\u2212" : locale3.minus + "", nan = locale3.nan === void 0 ? "NaN" : locale3.nan + "";
  function newFormat(specifier, options) {
    specifier = formatSpecifier(specifier);
    var fill = specifier.fill, align = specifier.align, sign = specifier.sign, symbol = specifier.symbol, zero3 = specifier.zero, width = specifier.width, comma = specifier.comma, precision = specifier.precision, trim = specifier.trim, type = specifier.type;
    if (type === "n") comma = true, type = "g";
    else if (!formatTypes[type]) precision === void 0 && (precision = 12), trim = true, type = "g";
    if (zero3 || fill === "0" && align === "=") zero3 = true, fill = "0", align = "=";
    var prefix = (options && options.prefix !== void 0 ? options.prefix : "") + (symbol === "$" ? currencyPrefix : symbol === "#" && /[boxX]/.test(type) ? "0" + type.toLowerCase() : ""), suffix = (symbol === "$" ? currencySuffix : /[%p]/.test(type) ? percent2 : "") + (options && options.suffix !== void 0 ? options.suffix : "");
    var formatType = formatTypes[type], maybeSuffix = /[defgprs%]/.test(type);
    precision = precision === void 0 ? 6 : /[gprs]/.test(type) ? Math.max(1, Math.min(21, precision)) : Math.max(0, Math.min(20, precision));
    function format2(value3) {
      var valuePrefix = prefix, valueSuffix = suffix, i, n, c;
      if (type === "c") {
        valueSuffix = formatType(value3) + valueSuffix;
        value3 = "";
      } else {
        value3 = +value3;
        var valueNegative = value3 < 0 || 1 / value3 < 0;
        value3 = isNaN(value3) ? nan : formatType(Math.abs(value3), precision);
        if (trim) value3 = formatTrim(value3);
        if (valueNegative && +value3 === 0 && sign !== "+") valueNegative = false;
        valuePrefix = (valueNegative ? sign === "(" ? sign : minus : sign === "-" || sign === "(" ? "" : sign) + valuePrefix;
        valueSuffix = (type === "s" && !isNaN(value3) && prefixExponent !== void 0 ? prefixes[8 + prefixExponent / 3] : "") + valueSuffix + (valueNegative && sign === "(" ? ")" : "");
        if (maybeSuffix) {
          i = -1, n = value3.length;
          while (++i < n) {
            if (c = value3.charCodeAt(i), 48 > c || c > 57) {
              valueSuffix = (c === 46 ? decimal + value3.slice(i + 1) : value3.slice(i)) + valueSuffix;
              value3 = value3.slice(0, i);
              break;
            }
          }
        }
      }
      if (comma && !zero3) value3 = group(value3, Infinity);
      var length = valuePrefix.length + value3.length + valueSuffix.length, padding = length < width ? new Array(width - length + 1).join(fill) : "";
      if (comma && zero3) value3 = group(padding + value3, padding.length ? width - valueSuffix.length : Infinity), padding = "";
      switch (align) {
        case "<":
          value3 = valuePrefix + value3 + valueSuffix + padding;
          break;
        case "=":
          value3 = valuePrefix + padding + value3 + valueSuffix;
          break;
        case "^":
          value3 = padding.slice(0, length = padding.length >> 1) + valuePrefix + value3 + valueSuffix + padding.slice(length);
          break;
        default:
          value3 = padding + valuePrefix + value3 + valueSuffix;
          break;
      }
      return numerals(value3);
    }
    __name(format2, "format");
    format2.toString = function() {
      return specifier + "";
    };
    return format2;
  }
  __name(newFormat, "newFormat");
  function formatPrefix2(specifier, value3) {
    var e = Math.max(-8, Math.min(8, Math.floor(exponent(value3) / 3))) * 3, k = Math.pow(10, -e), f = newFormat((specifier = formatSpecifier(specifier), specifier.type = "f", specifier), { suffix: prefixes[8 + e / 3] });
    return function(value4) {
      return f(k * value4);
    };
  }
  __name(formatPrefix2, "formatPrefix");
  return {
    format: newFormat,
    formatPrefix: formatPrefix2
  };
}
__name(formatLocale, "formatLocale");
var locale;
var format;
var formatPrefix;
defaultLocale({
  thousands: ",",
  grouping: [3],
  currency: ["$", ""]
});
function defaultLocale(definition) {
  locale = formatLocale(definition);
  format = locale.format;
  formatPrefix = locale.formatPrefix;
  return locale;
}
__name(defaultLocale, "defaultLocale");
function precisionFixed(step) {
  return Math.max(0, -exponent(Math.abs(step)));
}
__name(precisionFixed, "precisionFixed");
function precisionPrefix(step, value3) {
  return Math.max(0, Math.max(-8, Math.min(8, Math.floor(exponent(value3) / 3))) * 3 - exponent(Math.abs(step)));
}
__name(precisionPrefix, "precisionPrefix");
function precisionRound(step, max) {
  step = Math.abs(step), max = Math.abs(max) - step;
  return Math.max(0, exponent(max) - exponent(step)) + 1;
}
__name(precisionRound, "precisionRound");

// node_modules/d3-scale/src/tickFormat.js
function tickFormat(start, stop, count2, specifier) {
  var step = tickStep(start, stop, count2), precision;
  specifier = formatSpecifier(specifier == null ? ",f" : specifier);
  switch (specifier.type) {
    case "s": {
      var value3 = Math.max(Math.abs(start), Math.abs(stop));
      if (specifier.precision == null && !isNaN(precision = precisionPrefix(step, value3))) specifier.precision = precision;
      return formatPrefix(specifier, value3);
    }
    case "":
    case "e":
    case "g":
    case "p":
    case "r": {
      if (specifier.precision == null && !isNaN(precision = precisionRound(step, Math.max(Math.abs(start), Math.abs(stop))))) specifier.precision = precision - (specifier.type === "e");
      break;
    }
    case "f":
    case "%": {
      if (specifier.precision == null && !isNaN(precision = precisionFixed(step))) specifier.precision = precision - (specifier.type === "%") * 2;
      break;
    }
  }
  return format(specifier);
}
__name(tickFormat, "tickFormat");

// node_modules/d3-scale/src/linear.js
function linearish(scale) {
  var domain = scale.domain;
  scale.ticks = function(count2) {
    var d = domain();
    return ticks(d[0], d[d.length - 1], count2 == null ? 10 : count2);
  };
  scale.tickFormat = function(count2, specifier) {
    var d = domain();
    return tickFormat(d[0], d[d.length - 1], count2 == null ? 10 : count2, specifier);
  };
  scale.nice = function(count2) {
    if (count2 == null) count2 = 10;
    var d = domain();
    var i0 = 0;
    var i1 = d.length - 1;
    var start = d[i0];
    var stop = d[i1];
    var prestep;
    var step;
    var maxIter = 10;
    if (stop < start) {
      step = start, start = stop, stop = step;
      step = i0, i0 = i1, i1 = step;
    }
    while (maxIter-- > 0) {
      step = tickIncrement(start, stop, count2);
      if (step === prestep) {
        d[i0] = start;
        d[i1] = stop;
        return domain(d);
      } else if (step > 0) {
        start = Math.floor(start / step) * step;
        stop = Math.ceil(stop / step) * step;
      } else if (step < 0) {
        start = Math.ceil(start * step) / step;
        stop = Math.floor(stop * step) / step;
      } else {
        break;
      }
      prestep = step;
    }
    return scale;
  };
  return scale;
}
__name(linearish, "linearish");
function linear2() {
  var scale = continuous();
  scale.copy = function() {
    return copy(scale, linear2());
  };
  initRange.apply(scale, arguments);
  return linearish(scale);
}
__name(linear2, "linear");

// node_modules/d3-scale/src/nice.js
function nice(domain, interval) {
  domain = domain.slice();
  var i0 = 0, i1 = domain.length - 1, x0 = domain[i0], x1 = domain[i1], t;
  if (x1 < x0) {
    t = i0, i0 = i1, i1 = t;
    t = x0, x0 = x1, x1 = t;
  }
  domain[i0] = interval.floor(x0);
  domain[i1] = interval.ceil(x1);
  return domain;
}
__name(nice, "nice");

// node_modules/d3-scale/src/log.js
function transformLog(x) {
  return Math.log(x);
}
__name(transformLog, "transformLog");
function transformExp(x) {
  return Math.exp(x);
}
__name(transformExp, "transformExp");
function transformLogn(x) {
  return -Math.log(-x);
}
__name(transformLogn, "transformLogn");
function transformExpn(x) {
  return -Math.exp(-x);
}
__name(transformExpn, "transformExpn");
function pow10(x) {
  return isFinite(x) ? +("1e" + x) : x < 0 ? 0 : x;
}
__name(pow10, "pow10");
function powp(base) {
  return base === 10 ? pow10 : base === Math.E ? Math.exp : (x) => Math.pow(base, x);
}
__name(powp, "powp");
function logp(base) {
  return base === Math.E ? Math.log : base === 10 && Math.log10 || base === 2 && Math.log2 || (base = Math.log(base), (x) => Math.log(x) / base);
}
__name(logp, "logp");
function reflect(f) {
  return (x, k) => -f(-x, k);
}
__name(reflect, "reflect");
function loggish(transform) {
  const scale = transform(transformLog, transformExp);
  const domain = scale.domain;
  let base = 10;
  let logs;
  let pows;
  function rescale() {
    logs = logp(base), pows = powp(base);
    if (domain()[0] < 0) {
      logs = reflect(logs), pows = reflect(pows);
      transform(transformLogn, transformExpn);
    } else {
      transform(transformLog, transformExp);
    }
    return scale;
  }
  __name(rescale, "rescale");
  scale.base = function(_) {
    return arguments.length ? (base = +_, rescale()) : base;
  };
  scale.domain = function(_) {
    return arguments.length ? (domain(_), rescale()) : domain();
  };
  scale.ticks = (count2) => {
    const d = domain();
    let u = d[0];
    let v = d[d.length - 1];
    const r = v < u;
    if (r) [u, v] = [v, u];
    let i = logs(u);
    let j = logs(v);
    let k;
    let t;
    const n = count2 == null ? 10 : +count2;
    let z = [];
    if (!(base % 1) && j - i < n) {
      i = Math.floor(i), j = Math.ceil(j);
      if (u > 0) for (; i <= j; ++i) {
        for (k = 1; k < base; ++k) {
          t = i < 0 ? k / pows(-i) : k * pows(i);
          if (t < u) continue;
          if (t > v) break;
          z.push(t);
        }
      }
      else for (; i <= j; ++i) {
        for (k = base - 1; k >= 1; --k) {
          t = i > 0 ? k / pows(-i) : k * pows(i);
          if (t < u) continue;
          if (t > v) break;
          z.push(t);
        }
      }
      if (z.length * 2 < n) z = ticks(u, v, n);
    } else {
      z = ticks(i, j, Math.min(j - i, n)).map(pows);
    }
    return r ? z.reverse() : z;
  };
  scale.tickFormat = (count2, specifier) => {
    if (count2 == null) count2 = 10;
    if (specifier == null) specifier = base === 10 ? "s" : ",";
    if (typeof specifier !== "function") {
      if (!(base % 1) && (specifier = formatSpecifier(specifier)).precision == null) specifier.trim = true;
      specifier = format(specifier);
    }
    if (count2 === Infinity) return specifier;
    const k = Math.max(1, base * count2 / scale.ticks().length);
    return (d) => {
      let i = d / pows(Math.round(logs(d)));
      if (i * base < base - 0.5) i *= base;
      return i <= k ? specifier(d) : "";
    };
  };
  scale.nice = () => {
    return domain(nice(domain(), {
      floor: /* @__PURE__ */ __name((x) => pows(Math.floor(logs(x))), "floor"),
      ceil: /* @__PURE__ */ __name((x) => pows(Math.ceil(logs(x))), "ceil")
    }));
  };
  return scale;
}
__name(loggish, "loggish");
function log() {
  const scale = loggish(transformer()).domain([1, 10]);
  scale.copy = () => copy(scale, log()).base(scale.base());
  initRange.apply(scale, arguments);
  return scale;
}
__name(log, "log");

// node_modules/d3-time/dist/d3-time.mjs
var t02 = /* @__PURE__ */ new Date();
var t12 = /* @__PURE__ */ new Date();
function timeInterval(floori, offseti, count2, field) {
  function interval(date3) {
    return floori(date3 = arguments.length === 0 ? /* @__PURE__ */ new Date() : /* @__PURE__ */ new Date(+date3)), date3;
  }
  __name(interval, "interval");
  interval.floor = (date3) => {
    return floori(date3 = /* @__PURE__ */ new Date(+date3)), date3;
  };
  interval.ceil = (date3) => {
    return floori(date3 = new Date(date3 - 1)), offseti(date3, 1), floori(date3), date3;
  };
  interval.round = (date3) => {
    const d0 = interval(date3), d1 = interval.ceil(date3);
    return date3 - d0 < d1 - date3 ? d0 : d1;
  };
  interval.offset = (date3, step) => {
    return offseti(date3 = /* @__PURE__ */ new Date(+date3), step == null ? 1 : Math.floor(step)), date3;
  };
  interval.range = (start, stop, step) => {
    const range = [];
    start = interval.ceil(start);
    step = step == null ? 1 : Math.floor(step);
    if (!(start < stop) || !(step > 0)) return range;
    let previous;
    do
      range.push(previous = /* @__PURE__ */ new Date(+start)), offseti(start, step), floori(start);
    while (previous < start && start < stop);
    return range;
  };
  interval.filter = (test) => {
    return timeInterval((date3) => {
      if (date3 >= date3) while (floori(date3), !test(date3)) date3.setTime(date3 - 1);
    }, (date3, step) => {
      if (date3 >= date3) {
        if (step < 0) while (++step <= 0) {
          while (offseti(date3, -1), !test(date3)) {
          }
        }
        else while (--step >= 0) {
          while (offseti(date3, 1), !test(date3)) {
          }
        }
      }
    });
  };
  if (count2) {
    interval.count = (start, end) => {
      t02.setTime(+start), t12.setTime(+end);
      floori(t02), floori(t12);
      return Math.floor(count2(t02, t12));
    };
    interval.every = (step) => {
      step = Math.floor(step);
      return !isFinite(step) || !(step > 0) ? null : !(step > 1) ? interval : interval.filter(field ? (d) => field(d) % step === 0 : (d) => interval.count(0, d) % step === 0);
    };
  }
  return interval;
}
__name(timeInterval, "timeInterval");
var millisecond = timeInterval(() => {
}, (date3, step) => {
  date3.setTime(+date3 + step);
}, (start, end) => {
  return end - start;
});
millisecond.every = (k) => {
  k = Math.floor(k);
  if (!isFinite(k) || !(k > 0)) return null;
  if (!(k > 1)) return millisecond;
  return timeInterval((date3) => {
    date3.setTime(Math.floor(date3 / k) * k);
  }, (date3, step) => {
    date3.setTime(+date3 + step * k);
  }, (start, end) => {
    return (end - start) / k;
  });
};
var milliseconds = millisecond.range;
var durationSecond = 1e3;
var durationMinute = durationSecond * 60;
var durationHour = durationMinute * 60;
var durationDay = durationHour * 24;
var durationWeek = durationDay * 7;
var durationMonth = durationDay * 30;
var durationYear = durationDay * 365;
var second = timeInterval((date3) => {
  date3.setTime(date3 - date3.getMilliseconds());
}, (date3, step) => {
  date3.setTime(+date3 + step * durationSecond);
}, (start, end) => {
  return (end - start) / durationSecond;
}, (date3) => {
  return date3.getUTCSeconds();
});
var seconds = second.range;
var timeMinute = timeInterval((date3) => {
  date3.setTime(date3 - date3.getMilliseconds() - date3.getSeconds() * durationSecond);
}, (date3, step) => {
  date3.setTime(+date3 + step * durationMinute);
}, (start, end) => {
  return (end - start) / durationMinute;
}, (date3) => {
  return date3.getMinutes();
});
var timeMinutes = timeMinute.range;
var utcMinute = timeInterval((date3) => {
  date3.setUTCSeconds(0, 0);
}, (date3, step) => {
  date3.setTime(+date3 + step * durationMinute);
}, (start, end) => {
  return (end - start) / durationMinute;
}, (date3) => {
  return date3.getUTCMinutes();
});
var utcMinutes = utcMinute.range;
var timeHour = timeInterval((date3) => {
  date3.setTime(date3 - date3.getMilliseconds() - date3.getSeconds() * durationSecond - date3.getMinutes() * durationMinute);
}, (date3, step) => {
  date3.setTime(+date3 + step * durationHour);
}, (start, end) => {
  return (end - start) / durationHour;
}, (date3) => {
  return date3.getHours();
});
var timeHours = timeHour.range;
var utcHour = timeInterval((date3) => {
  date3.setUTCMinutes(0, 0, 0);
}, (date3, step) => {
  date3.setTime(+date3 + step * durationHour);
}, (start, end) => {
  return (end - start) / durationHour;
}, (date3) => {
  return date3.getUTCHours();
});
var utcHours = utcHour.range;
var timeDay = timeInterval(
  (date3) => date3.setHours(0, 0, 0, 0),
  (date3, step) => date3.setDate(date3.getDate() + step),
  (start, end) => (end - start - (end.getTimezoneOffset() - start.getTimezoneOffset()) * durationMinute) / durationDay,
  (date3) => date3.getDate() - 1
);
var timeDays = timeDay.range;
var utcDay = timeInterval((date3) => {
  date3.setUTCHours(0, 0, 0, 0);
}, (date3, step) => {
  date3.setUTCDate(date3.getUTCDate() + step);
}, (start, end) => {
  return (end - start) / durationDay;
}, (date3) => {
  return date3.getUTCDate() - 1;
});
var utcDays = utcDay.range;
var unixDay = timeInterval((date3) => {
  date3.setUTCHours(0, 0, 0, 0);
}, (date3, step) => {
  date3.setUTCDate(date3.getUTCDate() + step);
}, (start, end) => {
  return (end - start) / durationDay;
}, (date3) => {
  return Math.floor(date3 / durationDay);
});
var unixDays = unixDay.range;
function timeWeekday(i) {
  return timeInterval((date3) => {
    date3.setDate(date3.getDate() - (date3.getDay() + 7 - i) % 7);
    date3.setHours(0, 0, 0, 0);
  }, (date3, step) => {
    date3.setDate(date3.getDate() + step * 7);
  }, (start, end) => {
    return (end - start - (end.getTimezoneOffset() - start.getTimezoneOffset()) * durationMinute) / durationWeek;
  });
}
__name(timeWeekday, "timeWeekday");
var timeSunday = timeWeekday(0);
var timeMonday = timeWeekday(1);
var timeTuesday = timeWeekday(2);
var timeWednesday = timeWeekday(3);
var timeThursday = timeWeekday(4);
var timeFriday = timeWeekday(5);
var timeSaturday = timeWeekday(6);
var timeSundays = timeSunday.range;
var timeMondays = timeMonday.range;
var timeTuesdays = timeTuesday.range;
var timeWednesdays = timeWednesday.range;
var timeThursdays = timeThursday.range;
var timeFridays = timeFriday.range;
var timeSaturdays = timeSaturday.range;
function utcWeekday(i) {
  return timeInterval((date3) => {
    date3.setUTCDate(date3.getUTCDate() - (date3.getUTCDay() + 7 - i) % 7);
    date3.setUTCHours(0, 0, 0, 0);
  }, (date3, step) => {
    date3.setUTCDate(date3.getUTCDate() + step * 7);
  }, (start, end) => {
    return (end - start) / durationWeek;
  });
}
__name(utcWeekday, "utcWeekday");
var utcSunday = utcWeekday(0);
var utcMonday = utcWeekday(1);
var utcTuesday = utcWeekday(2);
var utcWednesday = utcWeekday(3);
var utcThursday = utcWeekday(4);
var utcFriday = utcWeekday(5);
var utcSaturday = utcWeekday(6);
var utcSundays = utcSunday.range;
var utcMondays = utcMonday.range;
var utcTuesdays = utcTuesday.range;
var utcWednesdays = utcWednesday.range;
var utcThursdays = utcThursday.range;
var utcFridays = utcFriday.range;
var utcSaturdays = utcSaturday.range;
var timeMonth = timeInterval((date3) => {
  date3.setDate(1);
  date3.setHours(0, 0, 0, 0);
}, (date3, step) => {
  date3.setMonth(date3.getMonth() + step);
}, (start, end) => {
  return end.getMonth() - start.getMonth() + (end.getFullYear() - start.getFullYear()) * 12;
}, (date3) => {
  return date3.getMonth();
});
var timeMonths = timeMonth.range;
var utcMonth = timeInterval((date3) => {
  date3.setUTCDate(1);
  date3.setUTCHours(0, 0, 0, 0);
}, (date3, step) => {
  date3.setUTCMonth(date3.getUTCMonth() + step);
}, (start, end) => {
  return end.getUTCMonth() - start.getUTCMonth() + (end.getUTCFullYear() - start.getUTCFullYear()) * 12;
}, (date3) => {
  return date3.getUTCMonth();
});
var utcMonths = utcMonth.range;
var timeYear = timeInterval((date3) => {
  date3.setMonth(0, 1);
  date3.setHours(0, 0, 0, 0);
}, (date3, step) => {
  date3.setFullYear(date3.getFullYear() + step);
}, (start, end) => {
  return end.getFullYear() - start.getFullYear();
}, (date3) => {
  return date3.getFullYear();
});
timeYear.every = (k) => {
  return !isFinite(k = Math.floor(k)) || !(k > 0) ? null : timeInterval((date3) => {
    date3.setFullYear(Math.floor(date3.getFullYear() / k) * k);
    date3.setMonth(0, 1);
    date3.setHours(0, 0, 0, 0);
  }, (date3, step) => {
    date3.setFullYear(date3.getFullYear() + step * k);
  });
};
var timeYears = timeYear.range;
var utcYear = timeInterval((date3) => {
  date3.setUTCMonth(0, 1);
  date3.setUTCHours(0, 0, 0, 0);
}, (date3, step) => {
  date3.setUTCFullYear(date3.getUTCFullYear() + step);
}, (start, end) => {
  return end.getUTCFullYear() - start.getUTCFullYear();
}, (date3) => {
  return date3.getUTCFullYear();
});
utcYear.every = (k) => {
  return !isFinite(k = Math.floor(k)) || !(k > 0) ? null : timeInterval((date3) => {
    date3.setUTCFullYear(Math.floor(date3.getUTCFullYear() / k) * k);
    date3.setUTCMonth(0, 1);
    date3.setUTCHours(0, 0, 0, 0);
  }, (date3, step) => {
    date3.setUTCFullYear(date3.getUTCFullYear() + step * k);
  });
};
var utcYears = utcYear.range;
function ticker(year, month, week, day, hour, minute) {
  const tickIntervals = [
    [second, 1, durationSecond],
    [second, 5, 5 * durationSecond],
    [second, 15, 15 * durationSecond],
    [second, 30, 30 * durationSecond],
    [minute, 1, durationMinute],
    [minute, 5, 5 * durationMinute],
    [minute, 15, 15 * durationMinute],
    [minute, 30, 30 * durationMinute],
    [hour, 1, durationHour],
    [hour, 3, 3 * durationHour],
    [hour, 6, 6 * durationHour],
    [hour, 12, 12 * durationHour],
    [day, 1, durationDay],
    [day, 2, 2 * durationDay],
    [week, 1, durationWeek],
    [month, 1, durationMonth],
    [month, 3, 3 * durationMonth],
    [year, 1, durationYear]
  ];
  function ticks2(start, stop, count2) {
    const reverse = stop < start;
    if (reverse) [start, stop] = [stop, start];
    const interval = count2 && typeof count2.range === "function" ? count2 : tickInterval(start, stop, count2);
    const ticks3 = interval ? interval.range(start, +stop + 1) : [];
    return reverse ? ticks3.reverse() : ticks3;
  }
  __name(ticks2, "ticks");
  function tickInterval(start, stop, count2) {
    const target = Math.abs(stop - start) / count2;
    const i = bisector(([, , step2]) => step2).right(tickIntervals, target);
    if (i === tickIntervals.length) return year.every(tickStep(start / durationYear, stop / durationYear, count2));
    if (i === 0) return millisecond.every(Math.max(tickStep(start, stop, count2), 1));
    const [t, step] = tickIntervals[target / tickIntervals[i - 1][2] < tickIntervals[i][2] / target ? i - 1 : i];
    return t.every(step);
  }
  __name(tickInterval, "tickInterval");
  return [ticks2, tickInterval];
}
__name(ticker, "ticker");
var [utcTicks, utcTickInterval] = ticker(utcYear, utcMonth, utcSunday, unixDay, utcHour, utcMinute);
var [timeTicks, timeTickInterval] = ticker(timeYear, timeMonth, timeSunday, timeDay, timeHour, timeMinute);

// node_modules/d3-time-format/dist/d3-time-format.mjs
function localDate(d) {
  if (0 <= d.y && d.y < 100) {
    var date3 = new Date(-1, d.m, d.d, d.H, d.M, d.S, d.L);
    date3.setFullYear(d.y);
    return date3;
  }
  return new Date(d.y, d.m, d.d, d.H, d.M, d.S, d.L);
}
__name(localDate, "localDate");
function utcDate(d) {
  if (0 <= d.y && d.y < 100) {
    var date3 = new Date(Date.UTC(-1, d.m, d.d, d.H, d.M, d.S, d.L));
    date3.setUTCFullYear(d.y);
    return date3;
  }
  return new Date(Date.UTC(d.y, d.m, d.d, d.H, d.M, d.S, d.L));
}
__name(utcDate, "utcDate");
function newDate(y, m, d) {
  return { y, m, d, H: 0, M: 0, S: 0, L: 0 };
}
__name(newDate, "newDate");
function formatLocale2(locale3) {
  var locale_dateTime = locale3.dateTime, locale_date = locale3.date, locale_time = locale3.time, locale_periods = locale3.periods, locale_weekdays = locale3.days, locale_shortWeekdays = locale3.shortDays, locale_months = locale3.months, locale_shortMonths = locale3.shortMonths;
  var periodRe = formatRe(locale_periods), periodLookup = formatLookup(locale_periods), weekdayRe = formatRe(locale_weekdays), weekdayLookup = formatLookup(locale_weekdays), shortWeekdayRe = formatRe(locale_shortWeekdays), shortWeekdayLookup = formatLookup(locale_shortWeekdays), monthRe = formatRe(locale_months), monthLookup = formatLookup(locale_months), shortMonthRe = formatRe(locale_shortMonths), shortMonthLookup = formatLookup(locale_shortMonths);
  var formats = {
    "a": formatShortWeekday,
    "A": formatWeekday,
    "b": formatShortMonth,
    "B": formatMonth,
    "c": null,
    "d": formatDayOfMonth,
    "e": formatDayOfMonth,
    "f": formatMicroseconds,
    "g": formatYearISO,
    "G": formatFullYearISO,
    "H": formatHour24,
    "I": formatHour12,
    "j": formatDayOfYear,
    "L": formatMilliseconds,
    "m": formatMonthNumber,
    "M": formatMinutes,
    "p": formatPeriod,
    "q": formatQuarter,
    "Q": formatUnixTimestamp,
    "s": formatUnixTimestampSeconds,
    "S": formatSeconds,
    "u": formatWeekdayNumberMonday,
    "U": formatWeekNumberSunday,
    "V": formatWeekNumberISO,
    "w": formatWeekdayNumberSunday,
    "W": formatWeekNumberMonday,
    "x": null,
    "X": null,
    "y": formatYear,
    "Y": formatFullYear,
    "Z": formatZone,
    "%": formatLiteralPercent
  };
  var utcFormats = {
    "a": formatUTCShortWeekday,
    "A": formatUTCWeekday,
    "b": formatUTCShortMonth,
    "B": formatUTCMonth,
    "c": null,
    "d": formatUTCDayOfMonth,
    "e": formatUTCDayOfMonth,
    "f": formatUTCMicroseconds,
    "g": formatUTCYearISO,
    "G": formatUTCFullYearISO,
    "H": formatUTCHour24,
    "I": formatUTCHour12,
    "j": formatUTCDayOfYear,
    "L": formatUTCMilliseconds,
    "m": formatUTCMonthNumber,
    "M": formatUTCMinutes,
    "p": formatUTCPeriod,
    "q": formatUTCQuarter,
    "Q": formatUnixTimestamp,
    "s": formatUnixTimestampSeconds,
    "S": formatUTCSeconds,
    "u": formatUTCWeekdayNumberMonday,
    "U": formatUTCWeekNumberSunday,
    "V": formatUTCWeekNumberISO,
    "w": formatUTCWeekdayNumberSunday,
    "W": formatUTCWeekNumberMonday,
    "x": null,
    "X": null,
    "y": formatUTCYear,
    "Y": formatUTCFullYear,
    "Z": formatUTCZone,
    "%": formatLiteralPercent
  };
  var parses = {
    "a": parseShortWeekday,
    "A": parseWeekday,
    "b": parseShortMonth,
    "B": parseMonth,
    "c": parseLocaleDateTime,
    "d": parseDayOfMonth,
    "e": parseDayOfMonth,
    "f": parseMicroseconds,
    "g": parseYear,
    "G": parseFullYear,
    "H": parseHour24,
    "I": parseHour24,
    "j": parseDayOfYear,
    "L": parseMilliseconds,
    "m": parseMonthNumber,
    "M": parseMinutes,
    "p": parsePeriod,
    "q": parseQuarter,
    "Q": parseUnixTimestamp,
    "s": parseUnixTimestampSeconds,
    "S": parseSeconds,
    "u": parseWeekdayNumberMonday,
    "U": parseWeekNumberSunday,
    "V": parseWeekNumberISO,
    "w": parseWeekdayNumberSunday,
    "W": parseWeekNumberMonday,
    "x": parseLocaleDate,
    "X": parseLocaleTime,
    "y": parseYear,
    "Y": parseFullYear,
    "Z": parseZone,
    "%": parseLiteralPercent
  };
  formats.x = newFormat(locale_date, formats);
  formats.X = newFormat(locale_time, formats);
  formats.c = newFormat(locale_dateTime, formats);
  utcFormats.x = newFormat(locale_date, utcFormats);
  utcFormats.X = newFormat(locale_time, utcFormats);
  utcFormats.c = newFormat(locale_dateTime, utcFormats);
  function newFormat(specifier, formats2) {
    return function(date3) {
      var string2 = [], i = -1, j = 0, n = specifier.length, c, pad2, format2;
      if (!(date3 instanceof Date)) date3 = /* @__PURE__ */ new Date(+date3);
      while (++i < n) {
        if (specifier.charCodeAt(i) === 37) {
          string2.push(specifier.slice(j, i));
          if ((pad2 = pads[c = specifier.charAt(++i)]) != null) c = specifier.charAt(++i);
          else pad2 = c === "e" ? " " : "0";
          if (format2 = formats2[c]) c = format2(date3, pad2);
          string2.push(c);
          j = i + 1;
        }
      }
      string2.push(specifier.slice(j, i));
      return string2.join("");
    };
  }
  __name(newFormat, "newFormat");
  function newParse(specifier, Z) {
    return function(string2) {
      var d = newDate(1900, void 0, 1), i = parseSpecifier(d, specifier, string2 += "", 0), week, day;
      if (i != string2.length) return null;
      if ("Q" in d) return new Date(d.Q);
      if ("s" in d) return new Date(d.s * 1e3 + ("L" in d ? d.L : 0));
      if (Z && !("Z" in d)) d.Z = 0;
      if ("p" in d) d.H = d.H % 12 + d.p * 12;
      if (d.m === void 0) d.m = "q" in d ? d.q : 0;
      if ("V" in d) {
        if (d.V < 1 || d.V > 53) return null;
        if (!("w" in d)) d.w = 1;
        if ("Z" in d) {
          week = utcDate(newDate(d.y, 0, 1)), day = week.getUTCDay();
          week = day > 4 || day === 0 ? utcMonday.ceil(week) : utcMonday(week);
          week = utcDay.offset(week, (d.V - 1) * 7);
          d.y = week.getUTCFullYear();
          d.m = week.getUTCMonth();
          d.d = week.getUTCDate() + (d.w + 6) % 7;
        } else {
          week = localDate(newDate(d.y, 0, 1)), day = week.getDay();
          week = day > 4 || day === 0 ? timeMonday.ceil(week) : timeMonday(week);
          week = timeDay.offset(week, (d.V - 1) * 7);
          d.y = week.getFullYear();
          d.m = week.getMonth();
          d.d = week.getDate() + (d.w + 6) % 7;
        }
      } else if ("W" in d || "U" in d) {
        if (!("w" in d)) d.w = "u" in d ? d.u % 7 : "W" in d ? 1 : 0;
        day = "Z" in d ? utcDate(newDate(d.y, 0, 1)).getUTCDay() : localDate(newDate(d.y, 0, 1)).getDay();
        d.m = 0;
        d.d = "W" in d ? (d.w + 6) % 7 + d.W * 7 - (day + 5) % 7 : d.w + d.U * 7 - (day + 6) % 7;
      }
      if ("Z" in d) {
        d.H += d.Z / 100 | 0;
        d.M += d.Z % 100;
        return utcDate(d);
      }
      return localDate(d);
    };
  }
  __name(newParse, "newParse");
  function parseSpecifier(d, specifier, string2, j) {
    var i = 0, n = specifier.length, m = string2.length, c, parse;
    while (i < n) {
      if (j >= m) return -1;
      c = specifier.charCodeAt(i++);
      if (c === 37) {
        c = specifier.charAt(i++);
        parse = parses[c in pads ? specifier.charAt(i++) : c];
        if (!parse || (j = parse(d, string2, j)) < 0) return -1;
      } else if (c != string2.charCodeAt(j++)) {
        return -1;
      }
    }
    return j;
  }
  __name(parseSpecifier, "parseSpecifier");
  function parsePeriod(d, string2, i) {
    var n = periodRe.exec(string2.slice(i));
    return n ? (d.p = periodLookup.get(n[0].toLowerCase()), i + n[0].length) : -1;
  }
  __name(parsePeriod, "parsePeriod");
  function parseShortWeekday(d, string2, i) {
    var n = shortWeekdayRe.exec(string2.slice(i));
    return n ? (d.w = shortWeekdayLookup.get(n[0].toLowerCase()), i + n[0].length) : -1;
  }
  __name(parseShortWeekday, "parseShortWeekday");
  function parseWeekday(d, string2, i) {
    var n = weekdayRe.exec(string2.slice(i));
    return n ? (d.w = weekdayLookup.get(n[0].toLowerCase()), i + n[0].length) : -1;
  }
  __name(parseWeekday, "parseWeekday");
  function parseShortMonth(d, string2, i) {
    var n = shortMonthRe.exec(string2.slice(i));
    return n ? (d.m = shortMonthLookup.get(n[0].toLowerCase()), i + n[0].length) : -1;
  }
  __name(parseShortMonth, "parseShortMonth");
  function parseMonth(d, string2, i) {
    var n = monthRe.exec(string2.slice(i));
    return n ? (d.m = monthLookup.get(n[0].toLowerCase()), i + n[0].length) : -1;
  }
  __name(parseMonth, "parseMonth");
  function parseLocaleDateTime(d, string2, i) {
    return parseSpecifier(d, locale_dateTime, string2, i);
  }
  __name(parseLocaleDateTime, "parseLocaleDateTime");
  function parseLocaleDate(d, string2, i) {
    return parseSpecifier(d, locale_date, string2, i);
  }
  __name(parseLocaleDate, "parseLocaleDate");
  function parseLocaleTime(d, string2, i) {
    return parseSpecifier(d, locale_time, string2, i);
  }
  __name(parseLocaleTime, "parseLocaleTime");
  function formatShortWeekday(d) {
    return locale_shortWeekdays[d.getDay()];
  }
  __name(formatShortWeekday, "formatShortWeekday");
  function formatWeekday(d) {
    return locale_weekdays[d.getDay()];
  }
  __name(formatWeekday, "formatWeekday");
  function formatShortMonth(d) {
    return locale_shortMonths[d.getMonth()];
  }
  __name(formatShortMonth, "formatShortMonth");
  function formatMonth(d) {
    return locale_months[d.getMonth()];
  }
  __name(formatMonth, "formatMonth");
  function formatPeriod(d) {
    return locale_periods[+(d.getHours() >= 12)];
  }
  __name(formatPeriod, "formatPeriod");
  function formatQuarter(d) {
    return 1 + ~~(d.getMonth() / 3);
  }
  __name(formatQuarter, "formatQuarter");
  function formatUTCShortWeekday(d) {
    return locale_shortWeekdays[d.getUTCDay()];
  }
  __name(formatUTCShortWeekday, "formatUTCShortWeekday");
  function formatUTCWeekday(d) {
    return locale_weekdays[d.getUTCDay()];
  }
  __name(formatUTCWeekday, "formatUTCWeekday");
  function formatUTCShortMonth(d) {
    return locale_shortMonths[d.getUTCMonth()];
  }
  __name(formatUTCShortMonth, "formatUTCShortMonth");
  function formatUTCMonth(d) {
    return locale_months[d.getUTCMonth()];
  }
  __name(formatUTCMonth, "formatUTCMonth");
  function formatUTCPeriod(d) {
    return locale_periods[+(d.getUTCHours() >= 12)];
  }
  __name(formatUTCPeriod, "formatUTCPeriod");
  function formatUTCQuarter(d) {
    return 1 + ~~(d.getUTCMonth() / 3);
  }
  __name(formatUTCQuarter, "formatUTCQuarter");
  return {
    format: /* @__PURE__ */ __name(function(specifier) {
      var f = newFormat(specifier += "", formats);
      f.toString = function() {
        return specifier;
      };
      return f;
    }, "format"),
    parse: /* @__PURE__ */ __name(function(specifier) {
      var p = newParse(specifier += "", false);
      p.toString = function() {
        return specifier;
      };
      return p;
    }, "parse"),
    utcFormat: /* @__PURE__ */ __name(function(specifier) {
      var f = newFormat(specifier += "", utcFormats);
      f.toString = function() {
        return specifier;
      };
      return f;
    }, "utcFormat"),
    utcParse: /* @__PURE__ */ __name(function(specifier) {
      var p = newParse(specifier += "", true);
      p.toString = function() {
        return specifier;
      };
      return p;
    }, "utcParse")
  };
}
__name(formatLocale2, "formatLocale");
var pads = { "-": "", "_": " ", "0": "0" };
var numberRe = /^\s*\d+/;
var percentRe = /^%/;
var requoteRe = /[\\^$*+?|[\]().{}]/g;
function pad(value3, fill, width) {
  var sign = value3 < 0 ? "-" : "", string2 = (sign ? -value3 : value3) + "", length = string2.length;
  return sign + (length < width ? new Array(width - length + 1).join(fill) + string2 : string2);
}
__name(pad, "pad");
function requote(s) {
  return s.replace(requoteRe, "\\$&");
}
__name(requote, "requote");
function formatRe(names) {
  return new RegExp("^(?:" + names.map(requote).join("|") + ")", "i");
}
__name(formatRe, "formatRe");
function formatLookup(names) {
  return new Map(names.map((name, i) => [name.toLowerCase(), i]));
}
__name(formatLookup, "formatLookup");
function parseWeekdayNumberSunday(d, string2, i) {
  var n = numberRe.exec(string2.slice(i, i + 1));
  return n ? (d.w = +n[0], i + n[0].length) : -1;
}
__name(parseWeekdayNumberSunday, "parseWeekdayNumberSunday");
function parseWeekdayNumberMonday(d, string2, i) {
  var n = numberRe.exec(string2.slice(i, i + 1));
  return n ? (d.u = +n[0], i + n[0].length) : -1;
}
__name(parseWeekdayNumberMonday, "parseWeekdayNumberMonday");
function parseWeekNumberSunday(d, string2, i) {
  var n = numberRe.exec(string2.slice(i, i + 2));
  return n ? (d.U = +n[0], i + n[0].length) : -1;
}
__name(parseWeekNumberSunday, "parseWeekNumberSunday");
function parseWeekNumberISO(d, string2, i) {
  var n = numberRe.exec(string2.slice(i, i + 2));
  return n ? (d.V = +n[0], i + n[0].length) : -1;
}
__name(parseWeekNumberISO, "parseWeekNumberISO");
function parseWeekNumberMonday(d, string2, i) {
  var n = numberRe.exec(string2.slice(i, i + 2));
  return n ? (d.W = +n[0], i + n[0].length) : -1;
}
__name(parseWeekNumberMonday, "parseWeekNumberMonday");
function parseFullYear(d, string2, i) {
  var n = numberRe.exec(string2.slice(i, i + 4));
  return n ? (d.y = +n[0], i + n[0].length) : -1;
}
__name(parseFullYear, "parseFullYear");
function parseYear(d, string2, i) {
  var n = numberRe.exec(string2.slice(i, i + 2));
  return n ? (d.y = +n[0] + (+n[0] > 68 ? 1900 : 2e3), i + n[0].length) : -1;
}
__name(parseYear, "parseYear");
function parseZone(d, string2, i) {
  var n = /^(Z)|([+-]\d\d)(?::?(\d\d))?/.exec(string2.slice(i, i + 6));
  return n ? (d.Z = n[1] ? 0 : -(n[2] + (n[3] || "00")), i + n[0].length) : -1;
}
__name(parseZone, "parseZone");
function parseQuarter(d, string2, i) {
  var n = numberRe.exec(string2.slice(i, i + 1));
  return n ? (d.q = n[0] * 3 - 3, i + n[0].length) : -1;
}
__name(parseQuarter, "parseQuarter");
function parseMonthNumber(d, string2, i) {
  var n = numberRe.exec(string2.slice(i, i + 2));
  return n ? (d.m = n[0] - 1, i + n[0].length) : -1;
}
__name(parseMonthNumber, "parseMonthNumber");
function parseDayOfMonth(d, string2, i) {
  var n = numberRe.exec(string2.slice(i, i + 2));
  return n ? (d.d = +n[0], i + n[0].length) : -1;
}
__name(parseDayOfMonth, "parseDayOfMonth");
function parseDayOfYear(d, string2, i) {
  var n = numberRe.exec(string2.slice(i, i + 3));
  return n ? (d.m = 0, d.d = +n[0], i + n[0].length) : -1;
}
__name(parseDayOfYear, "parseDayOfYear");
function parseHour24(d, string2, i) {
  var n = numberRe.exec(string2.slice(i, i + 2));
  return n ? (d.H = +n[0], i + n[0].length) : -1;
}
__name(parseHour24, "parseHour24");
function parseMinutes(d, string2, i) {
  var n = numberRe.exec(string2.slice(i, i + 2));
  return n ? (d.M = +n[0], i + n[0].length) : -1;
}
__name(parseMinutes, "parseMinutes");
function parseSeconds(d, string2, i) {
  var n = numberRe.exec(string2.slice(i, i + 2));
  return n ? (d.S = +n[0], i + n[0].length) : -1;
}
__name(parseSeconds, "parseSeconds");
function parseMilliseconds(d, string2, i) {
  var n = numberRe.exec(string2.slice(i, i + 3));
  return n ? (d.L = +n[0], i + n[0].length) : -1;
}
__name(parseMilliseconds, "parseMilliseconds");
function parseMicroseconds(d, string2, i) {
  var n = numberRe.exec(string2.slice(i, i + 6));
  return n ? (d.L = Math.floor(n[0] / 1e3), i + n[0].length) : -1;
}
__name(parseMicroseconds, "parseMicroseconds");
function parseLiteralPercent(d, string2, i) {
  var n = percentRe.exec(string2.slice(i, i + 1));
  return n ? i + n[0].length : -1;
}
__name(parseLiteralPercent, "parseLiteralPercent");
function parseUnixTimestamp(d, string2, i) {
  var n = numberRe.exec(string2.slice(i));
  return n ? (d.Q = +n[0], i + n[0].length) : -1;
}
__name(parseUnixTimestamp, "parseUnixTimestamp");
function parseUnixTimestampSeconds(d, string2, i) {
  var n = numberRe.exec(string2.slice(i));
  return n ? (d.s = +n[0], i + n[0].length) : -1;
}
__name(parseUnixTimestampSeconds, "parseUnixTimestampSeconds");
function formatDayOfMonth(d, p) {
  return pad(d.getDate(), p, 2);
}
__name(formatDayOfMonth, "formatDayOfMonth");
function formatHour24(d, p) {
  return pad(d.getHours(), p, 2);
}
__name(formatHour24, "formatHour24");
function formatHour12(d, p) {
  return pad(d.getHours() % 12 || 12, p, 2);
}
__name(formatHour12, "formatHour12");
function formatDayOfYear(d, p) {
  return pad(1 + timeDay.count(timeYear(d), d), p, 3);
}
__name(formatDayOfYear, "formatDayOfYear");
function formatMilliseconds(d, p) {
  return pad(d.getMilliseconds(), p, 3);
}
__name(formatMilliseconds, "formatMilliseconds");
function formatMicroseconds(d, p) {
  return formatMilliseconds(d, p) + "000";
}
__name(formatMicroseconds, "formatMicroseconds");
function formatMonthNumber(d, p) {
  return pad(d.getMonth() + 1, p, 2);
}
__name(formatMonthNumber, "formatMonthNumber");
function formatMinutes(d, p) {
  return pad(d.getMinutes(), p, 2);
}
__name(formatMinutes, "formatMinutes");
function formatSeconds(d, p) {
  return pad(d.getSeconds(), p, 2);
}
__name(formatSeconds, "formatSeconds");
function formatWeekdayNumberMonday(d) {
  var day = d.getDay();
  return day === 0 ? 7 : day;
}
__name(formatWeekdayNumberMonday, "formatWeekdayNumberMonday");
function formatWeekNumberSunday(d, p) {
  return pad(timeSunday.count(timeYear(d) - 1, d), p, 2);
}
__name(formatWeekNumberSunday, "formatWeekNumberSunday");
function dISO(d) {
  var day = d.getDay();
  return day >= 4 || day === 0 ? timeThursday(d) : timeThursday.ceil(d);
}
__name(dISO, "dISO");
function formatWeekNumberISO(d, p) {
  d = dISO(d);
  return pad(timeThursday.count(timeYear(d), d) + (timeYear(d).getDay() === 4), p, 2);
}
__name(formatWeekNumberISO, "formatWeekNumberISO");
function formatWeekdayNumberSunday(d) {
  return d.getDay();
}
__name(formatWeekdayNumberSunday, "formatWeekdayNumberSunday");
function formatWeekNumberMonday(d, p) {
  return pad(timeMonday.count(timeYear(d) - 1, d), p, 2);
}
__name(formatWeekNumberMonday, "formatWeekNumberMonday");
function formatYear(d, p) {
  return pad(d.getFullYear() % 100, p, 2);
}
__name(formatYear, "formatYear");
function formatYearISO(d, p) {
  d = dISO(d);
  return pad(d.getFullYear() % 100, p, 2);
}
__name(formatYearISO, "formatYearISO");
function formatFullYear(d, p) {
  return pad(d.getFullYear() % 1e4, p, 4);
}
__name(formatFullYear, "formatFullYear");
function formatFullYearISO(d, p) {
  var day = d.getDay();
  d = day >= 4 || day === 0 ? timeThursday(d) : timeThursday.ceil(d);
  return pad(d.getFullYear() % 1e4, p, 4);
}
__name(formatFullYearISO, "formatFullYearISO");
function formatZone(d) {
  var z = d.getTimezoneOffset();
  return (z > 0 ? "-" : (z *= -1, "+")) + pad(z / 60 | 0, "0", 2) + pad(z % 60, "0", 2);
}
__name(formatZone, "formatZone");
function formatUTCDayOfMonth(d, p) {
  return pad(d.getUTCDate(), p, 2);
}
__name(formatUTCDayOfMonth, "formatUTCDayOfMonth");
function formatUTCHour24(d, p) {
  return pad(d.getUTCHours(), p, 2);
}
__name(formatUTCHour24, "formatUTCHour24");
function formatUTCHour12(d, p) {
  return pad(d.getUTCHours() % 12 || 12, p, 2);
}
__name(formatUTCHour12, "formatUTCHour12");
function formatUTCDayOfYear(d, p) {
  return pad(1 + utcDay.count(utcYear(d), d), p, 3);
}
__name(formatUTCDayOfYear, "formatUTCDayOfYear");
function formatUTCMilliseconds(d, p) {
  return pad(d.getUTCMilliseconds(), p, 3);
}
__name(formatUTCMilliseconds, "formatUTCMilliseconds");
function formatUTCMicroseconds(d, p) {
  return formatUTCMilliseconds(d, p) + "000";
}
__name(formatUTCMicroseconds, "formatUTCMicroseconds");
function formatUTCMonthNumber(d, p) {
  return pad(d.getUTCMonth() + 1, p, 2);
}
__name(formatUTCMonthNumber, "formatUTCMonthNumber");
function formatUTCMinutes(d, p) {
  return pad(d.getUTCMinutes(), p, 2);
}
__name(formatUTCMinutes, "formatUTCMinutes");
function formatUTCSeconds(d, p) {
  return pad(d.getUTCSeconds(), p, 2);
}
__name(formatUTCSeconds, "formatUTCSeconds");
function formatUTCWeekdayNumberMonday(d) {
  var dow = d.getUTCDay();
  return dow === 0 ? 7 : dow;
}
__name(formatUTCWeekdayNumberMonday, "formatUTCWeekdayNumberMonday");
function formatUTCWeekNumberSunday(d, p) {
  return pad(utcSunday.count(utcYear(d) - 1, d), p, 2);
}
__name(formatUTCWeekNumberSunday, "formatUTCWeekNumberSunday");
function UTCdISO(d) {
  var day = d.getUTCDay();
  return day >= 4 || day === 0 ? utcThursday(d) : utcThursday.ceil(d);
}
__name(UTCdISO, "UTCdISO");
function formatUTCWeekNumberISO(d, p) {
  d = UTCdISO(d);
  return pad(utcThursday.count(utcYear(d), d) + (utcYear(d).getUTCDay() === 4), p, 2);
}
__name(formatUTCWeekNumberISO, "formatUTCWeekNumberISO");
function formatUTCWeekdayNumberSunday(d) {
  return d.getUTCDay();
}
__name(formatUTCWeekdayNumberSunday, "formatUTCWeekdayNumberSunday");
function formatUTCWeekNumberMonday(d, p) {
  return pad(utcMonday.count(utcYear(d) - 1, d), p, 2);
}
__name(formatUTCWeekNumberMonday, "formatUTCWeekNumberMonday");
function formatUTCYear(d, p) {
  return pad(d.getUTCFullYear() % 100, p, 2);
}
__name(formatUTCYear, "formatUTCYear");
function formatUTCYearISO(d, p) {
  d = UTCdISO(d);
  return pad(d.getUTCFullYear() % 100, p, 2);
}
__name(formatUTCYearISO, "formatUTCYearISO");
function formatUTCFullYear(d, p) {
  return pad(d.getUTCFullYear() % 1e4, p, 4);
}
__name(formatUTCFullYear, "formatUTCFullYear");
function formatUTCFullYearISO(d, p) {
  var day = d.getUTCDay();
  d = day >= 4 || day === 0 ? utcThursday(d) : utcThursday.ceil(d);
  return pad(d.getUTCFullYear() % 1e4, p, 4);
}
__name(formatUTCFullYearISO, "formatUTCFullYearISO");
function formatUTCZone() {
  return "+0000";
}
__name(formatUTCZone, "formatUTCZone");
function formatLiteralPercent() {
  return "%";
}
__name(formatLiteralPercent, "formatLiteralPercent");
function formatUnixTimestamp(d) {
  return +d;
}
__name(formatUnixTimestamp, "formatUnixTimestamp");
function formatUnixTimestampSeconds(d) {
  return Math.floor(+d / 1e3);
}
__name(formatUnixTimestampSeconds, "formatUnixTimestampSeconds");
var locale2;
var timeFormat;
var timeParse;
var utcFormat;
var utcParse;
defaultLocale2({
  dateTime: "%x, %X",
  date: "%-m/%-d/%Y",
  time: "%-I:%M:%S %p",
  periods: ["AM", "PM"],
  days: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
  shortDays: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
  months: ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
  shortMonths: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
});
function defaultLocale2(definition) {
  locale2 = formatLocale2(definition);
  timeFormat = locale2.format;
  timeParse = locale2.parse;
  utcFormat = locale2.utcFormat;
  utcParse = locale2.utcParse;
  return locale2;
}
__name(defaultLocale2, "defaultLocale");
var isoSpecifier = "%Y-%m-%dT%H:%M:%S.%LZ";
function formatIsoNative(date3) {
  return date3.toISOString();
}
__name(formatIsoNative, "formatIsoNative");
var formatIso = Date.prototype.toISOString ? formatIsoNative : utcFormat(isoSpecifier);
function parseIsoNative(string2) {
  var date3 = new Date(string2);
  return isNaN(date3) ? null : date3;
}
__name(parseIsoNative, "parseIsoNative");
var parseIso = +/* @__PURE__ */ new Date("2000-01-01T00:00:00.000Z") ? parseIsoNative : utcParse(isoSpecifier);

// node_modules/d3-scale/src/time.js
function date2(t) {
  return new Date(t);
}
__name(date2, "date");
function number4(t) {
  return t instanceof Date ? +t : +/* @__PURE__ */ new Date(+t);
}
__name(number4, "number");
function calendar(ticks2, tickInterval, year, month, week, day, hour, minute, second2, format2) {
  var scale = continuous(), invert = scale.invert, domain = scale.domain;
  var formatMillisecond = format2(".%L"), formatSecond = format2(":%S"), formatMinute = format2("%I:%M"), formatHour = format2("%I %p"), formatDay = format2("%a %d"), formatWeek = format2("%b %d"), formatMonth = format2("%B"), formatYear2 = format2("%Y");
  function tickFormat2(date3) {
    return (second2(date3) < date3 ? formatMillisecond : minute(date3) < date3 ? formatSecond : hour(date3) < date3 ? formatMinute : day(date3) < date3 ? formatHour : month(date3) < date3 ? week(date3) < date3 ? formatDay : formatWeek : year(date3) < date3 ? formatMonth : formatYear2)(date3);
  }
  __name(tickFormat2, "tickFormat");
  scale.invert = function(y) {
    return new Date(invert(y));
  };
  scale.domain = function(_) {
    return arguments.length ? domain(Array.from(_, number4)) : domain().map(date2);
  };
  scale.ticks = function(interval) {
    var d = domain();
    return ticks2(d[0], d[d.length - 1], interval == null ? 10 : interval);
  };
  scale.tickFormat = function(count2, specifier) {
    return specifier == null ? tickFormat2 : format2(specifier);
  };
  scale.nice = function(interval) {
    var d = domain();
    if (!interval || typeof interval.range !== "function") interval = tickInterval(d[0], d[d.length - 1], interval == null ? 10 : interval);
    return interval ? domain(nice(d, interval)) : scale;
  };
  scale.copy = function() {
    return copy(scale, calendar(ticks2, tickInterval, year, month, week, day, hour, minute, second2, format2));
  };
  return scale;
}
__name(calendar, "calendar");

// node_modules/d3-scale/src/utcTime.js
function utcTime() {
  return initRange.apply(calendar(utcTicks, utcTickInterval, utcYear, utcMonth, utcSunday, utcDay, utcHour, utcMinute, second, utcFormat).domain([Date.UTC(2e3, 0, 1), Date.UTC(2e3, 0, 2)]), arguments);
}
__name(utcTime, "utcTime");

// src/report/html/markup.rules.ts
function html(strings, ...values) {
  return { markup: strings.reduce((whole2, piece, i) => whole2 + markupOf(values[i - 1]) + piece) };
}
__name(html, "html");
function verbatim(markup) {
  return { markup };
}
__name(verbatim, "verbatim");
function markupOf(value3) {
  if (value3 === void 0 || value3 === false) return "";
  if (typeof value3 === "number") return String(value3);
  if (typeof value3 === "string") return inHtml(value3);
  return "markup" in value3 ? value3.markup : value3.map(markupOf).join("");
}
__name(markupOf, "markupOf");

// src/report/html/latency-picture.ts
var WIDTH = 720;
var HEIGHT = 170;
var MARGIN = { left: 46, right: 16, top: 34, bottom: 28 };
var SHOWN = [50, 95, 99];
var LATENCY_STYLE = `
.latency { padding: 1rem 1.25rem 1.25rem; } .latency svg { display: block; width: 100%; max-width: 52rem; min-width: 24rem; height: auto; margin: 0 auto; }
.latency .bin { fill: var(--hue0); } .latency .axis { stroke: var(--line); } .latency .mark { stroke: var(--ink); stroke-dasharray: 3 3; }
.latency text { font-size: 12px; fill: var(--soft); } .latency .percentile { fill: var(--ink); font-weight: 600; }
.latency figcaption { margin-top: .375rem; text-align: center; color: var(--soft); font-size: .8125rem; }
`;
function latencyPicture(buckets, title) {
  const first = buckets[0];
  const last = buckets.at(-1);
  if (!first || !last) return void 0;
  const lowMs = Math.max(1e-3, first.fromMs || first.toMs / 2);
  const x = log([lowMs, last.toMs], [MARGIN.left, WIDTH - MARGIN.right]).clamp(true);
  const most = buckets.reduce((highest, bucket) => Math.max(highest, bucket.count), 1);
  const y = linear2([0, most], [HEIGHT - MARGIN.bottom, MARGIN.top]).nice(3);
  const total = buckets.reduce((sum, bucket) => sum + bucket.count, 0);
  const base = HEIGHT - MARGIN.bottom;
  const marks = SHOWN.flatMap((each) => {
    const ms = boundOf(buckets, each);
    return ms === void 0 ? [] : [{ name: `p${each}`, ms, x: x(ms) }];
  });
  return html`<figure class="latency"><div class="scroll" role="group" aria-label="${title}" tabindex="0"><svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${`${title}: ${count(total, "answer")}; ${marks.map((mark) => `${mark.name} ${inMs(mark.ms)}`).join(", ")}.`}">
${y.ticks(3).map((n) => html`<path class="axis" d="M${MARGIN.left} ${y(n).toFixed(1)}H${WIDTH - MARGIN.right}"/><text x="${MARGIN.left - 6}" y="${(y(n) + 4).toFixed(1)}" text-anchor="end">${whole(n)}</text>`)}
${buckets.map(({ fromMs, toMs, count: n }) => {
    const from = x(Math.max(lowMs, fromMs));
    return html`<g><title>${`${inMs(fromMs)} to ${inMs(toMs)}: ${count(n, "answer")}, ${percent(n, total)}`}</title><rect class="bin" x="${(from + 0.5).toFixed(1)}" y="${y(n).toFixed(1)}" width="${Math.max(1, x(toMs) - from - 1).toFixed(1)}" height="${Math.max(1, base - y(n)).toFixed(1)}"/></g>`;
  })}
${ticksOf(lowMs, last.toMs).map((ms) => html`<text x="${x(ms).toFixed(1)}" y="${base + 17}" text-anchor="middle">${inMs(ms)}</text>`)}
${apart(marks).map((mark) => html`<path class="mark" d="M${mark.x.toFixed(1)} ${mark.y + 4}V${base}"/><text class="percentile" x="${mark.x.toFixed(1)}" y="${mark.y}" text-anchor="${mark.x > WIDTH - 90 ? "end" : "middle"}">${mark.name} ${inMs(mark.ms)}</text>`)}
</svg></div><figcaption>${title}</figcaption></figure>`;
}
__name(latencyPicture, "latencyPicture");
function apart(marks) {
  let lastX = Number.NEGATIVE_INFINITY;
  let isLow = false;
  return marks.map((mark) => {
    isLow = mark.x - lastX < 92 && !isLow;
    lastX = mark.x;
    return { ...mark, y: isLow ? 28 : 13 };
  });
}
__name(apart, "apart");
function ticksOf(lowMs, highMs) {
  const all = Array.from({ length: 12 }, (_, i) => 10 ** (i - 3)).flatMap((power) => [
    power,
    2 * power,
    5 * power
  ]);
  const inside = all.filter((ms) => ms >= lowMs * 0.999 && ms <= highMs * 1.001);
  return inside.length > 9 ? inside.filter((ms) => Number.isInteger(Math.log10(ms))) : inside;
}
__name(ticksOf, "ticksOf");
function inMs(ms) {
  if (ms >= 1e3) return `${trimmed(ms / 1e3)} s`;
  return `${trimmed(ms)} ms`;
}
__name(inMs, "inMs");
var trimmed = /* @__PURE__ */ __name((n) => String(Number(n.toPrecision(2))), "trimmed");

// src/report/html/mesh-picture.ts
var HUES = 6;
var hue = /* @__PURE__ */ __name((column) => `hue${column % HUES}`, "hue");
var MOST = 10;
var FRAMES = [
  { kind: "wide", width: 720, boxWidth: 176, letters: 18 },
  { kind: "narrow", width: 380, boxWidth: 124, letters: 12 }
];
var BOX = { height: 44, gap: 20 };
var WIDEST = 32;
function meshPicture(matrix) {
  const { replicas, rows } = matrix;
  if (rows.length === 0 || rows.length > MOST || replicas.length > MOST) return void 0;
  return html`<figure class="mesh">
${FRAMES.map((frame) => picture(matrix, frame))}
<figcaption><span>Asked node</span><span>Replica that answered</span></figcaption>
</figure>`;
}
__name(meshPicture, "meshPicture");
function picture(matrix, frame) {
  const { replicas, rows, totals } = matrix;
  const height = Math.max(rows.length, replicas.length) * (BOX.height + BOX.gap) - BOX.gap + 2;
  const nodeY = rows.map((_, i) => middle(i, rows.length, height));
  const replicaY = replicas.map((_, i) => middle(i, replicas.length, height));
  const most = Math.max(1, ...totals, ...rows.map(({ answers, answered }) => answered + answers.failed));
  const width = /* @__PURE__ */ __name((n) => n / most * WIDEST, "width");
  const nodeEdge = rows.map(
    ({ answers, answered }, r) => (nodeY[r] ?? 0) - width(answered + answers.failed) / 2
  );
  const replicaEdge = totals.map((n, c) => (replicaY[c] ?? 0) - width(n) / 2);
  const take = /* @__PURE__ */ __name((edges, i, n) => {
    const start = edges[i] ?? 0;
    edges[i] = start + width(n);
    return start + width(n) / 2;
  }, "take");
  const bands = rows.map(({ answers: { failed }, counts, answered }, r) => [
    counts.map(
      (n, c) => n > 0 && band(frame, hue(c), width(n), take(nodeEdge, r, n), take(replicaEdge, c, n))
    ),
    failed > 0 && failure(
      frame,
      take(nodeEdge, r, failed),
      width(failed),
      answered === 0 ? `${whole(failed)} failed` : ""
    )
  ]);
  return html`<svg class="${frame.kind}" viewBox="0 0 ${frame.width} ${height}" role="img" aria-label="${described(matrix)}">
${bands}
${rows.map(({ answers, answered }, r) => box(frame, 1, nodeY[r] ?? 0, answers.node, `${whole(answered)} of ${whole(answers.requests)}`, answers.failed > 0 ? "bad" : ""))}
${replicas.map((name, c) => box(frame, frame.width - frame.boxWidth - 1, replicaY[c] ?? 0, name, count(totals[c] ?? 0, "answer"), `mono ${hue(c)}`))}
</svg>`;
}
__name(picture, "picture");
function middle(i, of, height) {
  const used = of * (BOX.height + BOX.gap) - BOX.gap;
  return (height - used) / 2 + i * (BOX.height + BOX.gap) + BOX.height / 2;
}
__name(middle, "middle");
function band(frame, kind, width, from, to) {
  const [left, right] = [frame.boxWidth + 1, frame.width - frame.boxWidth - 1];
  const bend = Math.round((right - left) * 0.45);
  const [y0, y1] = [from.toFixed(1), to.toFixed(1)];
  return html`<path class="flow ${kind}" stroke-width="${stroke(width)}" d="M${left} ${y0}C${left + bend} ${y0} ${right - bend} ${y1} ${right} ${y1}"/>`;
}
__name(band, "band");
function failure(frame, y, width, words) {
  const left = frame.boxWidth + 1;
  const end = left + 24;
  return html`<g class="failure"><path stroke-width="${stroke(width)}" d="M${left} ${y.toFixed(1)}H${end}"/><path class="cross" d="M${end + 5} ${(y - 5).toFixed(1)}l10 10m0-10l-10 10"/><text x="${end + 22}" y="${(y + 5).toFixed(1)}">${words}</text></g>`;
}
__name(failure, "failure");
function stroke(width) {
  return Math.max(1.5, width).toFixed(1);
}
__name(stroke, "stroke");
function box(frame, x, y, name, detail, kind) {
  const label = oneLine(name);
  const shown = label.length > frame.letters ? `${label.slice(0, frame.letters - 1)}\u2026` : label;
  const top = y - BOX.height / 2;
  return html`<g class="box ${kind}"><rect x="${x}" y="${top}" width="${frame.boxWidth}" height="${BOX.height}" rx="9"/><text class="name" x="${x + 12}" y="${y - 3}">${shown}</text><text class="detail" x="${x + 12}" y="${y + 14}">${detail}</text></g>`;
}
__name(box, "box");
function described({ replicas, rows }) {
  const said = rows.map(({ answers, counts }) => {
    const by = counts.map((n, i) => `${n} by ${oneLine(replicas[i] ?? "")}`).join(", ");
    return `${oneLine(answers.node)}: ${by || "nothing answered"}${answers.failed ? `, ${answers.failed} failed` : ""}`;
  });
  return `Who answered whom. ${said.join(". ")}.`;
}
__name(described, "described");

// src/report/html/section.ts
function section(id, title, note, ...body) {
  return {
    id,
    title,
    markup: html`<section aria-labelledby="${id}">
<div class="heading"><h2 id="${id}">${title}</h2>${note && html`<p>${note}</p>`}</div>
${body}
</section>
`
  };
}
__name(section, "section");
function scrolling(label, table) {
  return html`<div class="scroll" role="group" aria-label="${label}" tabindex="0">${table}</div>`;
}
__name(scrolling, "scrolling");

// src/report/html/answers.ts
var MOST_REPLICAS = 60;
var MOST_NODES = 300;
function answersSection(nodes, hasMesh) {
  const matrix = answersMatrix(nodes.slice(0, MOST_NODES));
  const way = hasMesh ? "through the routing mesh" : "without a routing mesh";
  return section(
    "answers",
    "Answers",
    `${whole(matrix.answered)} of ${count(matrix.requests, "request")} answered ${way}, each on a fresh connection`,
    html`<div class="card">
${meshPicture(matrix)}
${scrolling("Answers by node and replica", answersTable(matrix))}
${latencyPicture(mergedBuckets(nodes.map((node) => node.latencyBuckets ?? [])), "Time of good answers")}
</div>`
  );
}
__name(answersSection, "answersSection");
function answersTable(matrix) {
  const { rows, answered, failed } = matrix;
  const [replicas, totals] = [matrix.replicas.slice(0, MOST_REPLICAS), matrix.totals.slice(0, MOST_REPLICAS)];
  return html`<table class="answers">
<thead>
<tr><th scope="col">Node</th><th scope="col" class="number">Failed</th>${replicas.map((name, i) => html`<th scope="col" class="number"><i class="dot ${hue(i)}"></i><code>${name}</code></th>`)}<th scope="col" class="number">p50 <small>ms</small></th><th scope="col" class="number">p95 <small>ms</small></th><th scope="col" class="number">max <small>ms</small></th></tr>
</thead>
<tbody>${rows.map(
    ({ answers, counts, answered: own }) => html`
<tr><th scope="row">${answers.node}<small>${answers.endpoint}</small></th><td class="number">${failedCell(answers)}</td>${counts.slice(0, MOST_REPLICAS).map((n, i) => html`<td class="number">${share(n, own, i)}</td>`)}${latencies(answers, own)}</tr>`
  )}
</tbody>
<tfoot>
<tr><th scope="row">All nodes</th><td class="number">${whole(failed)}</td>${totals.map((n, i) => html`<td class="number">${share(n, answered, i)}</td>`)}<td></td><td></td><td></td></tr>
</tfoot>
</table>`;
}
__name(answersTable, "answersTable");
function share(n, of, column) {
  const width = of > 0 ? n / of * 100 : 0;
  return html`${whole(n)} <small>${percent(n, of)}</small><svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="4"/><rect class="${hue(column)}" width="${width.toFixed(1)}" height="4"/></svg>`;
}
__name(share, "share");
function failedCell(answers) {
  if (answers.failed === 0) return html`0`;
  const kinds = Object.entries(answers.failedByKind);
  return html`<b class="failed">${whole(answers.failed)}</b> <small>of ${whole(answers.requests)}</small>${kinds.map(([kind, n]) => html`<small class="kinds">${whole(n)} ${kind}</small>`)}`;
}
__name(failedCell, "failedCell");
function latencies(answers, answered) {
  const { p50, p95, max } = answers.latencyMs;
  return [p50, p95, max].map((ms) => html`<td class="number">${answered > 0 ? ms.toFixed(1) : "\u2013"}</td>`);
}
__name(latencies, "latencies");

// src/report/html/links.ts
function anchor(words, url) {
  const address = webAddress(url);
  return address ? html`<a href="${address}" rel="noreferrer">${words}</a>` : html`${words}`;
}
__name(anchor, "anchor");
function besideLink(words, file) {
  const parts = file.split("/");
  const isBeside = file.length <= 400 && parts.every((part3) => part3 !== "" && part3 !== "." && part3 !== ".." && !/[\\:\p{Cc}]/u.test(part3));
  return isBeside ? html`<a href="${`./${parts.map(encodePart).join("/")}`}">${words}</a>` : html`${words}`;
}
__name(besideLink, "besideLink");
var encodePart = /* @__PURE__ */ __name((part3) => encodeURIComponent(part3.toWellFormed()), "encodePart");
function elementIds(prefix, names) {
  const taken = /* @__PURE__ */ new Set();
  return names.map((name, i) => {
    const slug = name.toLowerCase().replace(/[^a-z0-9]+/g, "-").slice(0, 60).replace(/^-|-$/g, "");
    const wanted = `${prefix}-${slug || i + 1}`;
    const id = taken.has(wanted) ? `${wanted}-${i + 1}` : wanted;
    taken.add(id);
    return id;
  });
}
__name(elementIds, "elementIds");

// src/report/html/attachments.ts
var MOST_FILES = 500;
function attachmentsSection({ attachments = [], deploy }) {
  const forms = [
    ["report.json", "everything on this page, for programs"],
    ["junit.xml", "the checks in JUnit\u2019s format"],
    ["ctrf.json", "the checks in the Common Test Report Format"],
    ...deploy?.timeline ? [["timeline.json", "every change of state"]] : []
  ];
  const files = attachments.slice(0, MOST_FILES);
  const more = attachments.length - files.length;
  return section(
    "files",
    "Files",
    "beside this page",
    html`<div class="card plain"><ul class="plain-list files">${forms.map(([file, words]) => item(file, words))}${files.map(({ file, title, sizeBytes }) => item(file, `${oneLine(title)}, ${bytes(sizeBytes)}`))}${more > 0 && html`<li>and ${count(more, "file")} more</li>`}</ul></div>`
  );
}
__name(attachmentsSection, "attachmentsSection");
var item = /* @__PURE__ */ __name((file, words) => html`<li>${besideLink(html`<code>${oneLine(file)}</code>`, file)} <span class="meta">${words}</span></li>`, "item");

// src/report/html/changes.ts
var MOST_SERVICES = 300;
var MOST_FIELDS = 60;
var MOST_CHARACTERS = 400;
var OBJECTS = {
  created: "is created",
  updated: "is updated",
  unused: "is no longer named",
  drifted: "differs from the files; docker will not change it"
};
function changesSection(changes) {
  const { services, objects } = changes;
  const same = services.filter((service) => service.kind === "unchanged");
  const others = services.filter((service) => service.kind !== "unchanged");
  return section(
    "changes",
    "What changed",
    changes.isUnchanged ? "nothing, since the deploy before" : summary(services),
    html`<div class="card plain">
${others.slice(0, MOST_SERVICES).map(serviceChange)}
${others.length > MOST_SERVICES && html`<p class="none">And ${count(others.length - MOST_SERVICES, "service")} more.</p>`}
${objects.slice(0, MOST_SERVICES).map(({ kind, name, change, fields }) => html`<div class="change"><h3><span class="meta">${kind}</span> ${oneLine(name)} <span class="meta">${OBJECTS[change]}</span></h3>${fieldsTable(fields)}</div>`)}
${same.length > 0 && html`<p class="none">Unchanged: ${cutText(same.map((service) => oneLine(service.name)).join(", "), 2e3)}.</p>`}
</div>`
  );
}
__name(changesSection, "changesSection");
function summary(services) {
  const kinds = ["created", "updated", "removed", "orphaned", "unchanged"];
  return kinds.flatMap((kind) => {
    const n = services.filter((service) => service.kind === kind).length;
    return n > 0 ? [`${n} ${kind}`] : [];
  }).join(", ");
}
__name(summary, "summary");
function serviceChange({ name, kind, fields, tasks, refusal }) {
  const effect = kind === "orphaned" ? "the files no longer name it, and it stays" : ON_TASKS[tasks];
  return html`<div class="change"><h3>${oneLine(name)} <span class="word ${kind}">${kind}</span>${effect && html` <span class="meta">${effect}</span>`}</h3>
${refusal && html`<p class="refusal">${refusal}</p>`}
${fieldsTable(fields)}</div>`;
}
__name(serviceChange, "serviceChange");
function fieldsTable(fields) {
  if (fields.length === 0) return html``;
  const more = fields.length - MOST_FIELDS;
  return html`<table class="fields"><thead><tr><th scope="col">Field</th><th scope="col">Before</th><th scope="col">After</th></tr></thead><tbody>${fields.slice(0, MOST_FIELDS).map(
    ({ field, from, to }) => html`
<tr><th scope="row"><code>${oneLine(field)}</code></th><td>${value2(from, "before")}</td><td>${value2(to, "after")}</td></tr>`
  )}${more > 0 && html`<tr><td colspan="3">and ${count(more, "field")} more</td></tr>`}</tbody></table>`;
}
__name(fieldsTable, "fieldsTable");
function value2(text, kind) {
  if (text === void 0) return html`<span class="meta">not set</span>`;
  return html`<code class="${kind}">${cutText(text, MOST_CHARACTERS)}</code>`;
}
__name(value2, "value");

// src/report/html/deployment.ts
var MOST_ROWS = 500;
function deploymentSection(deploy) {
  const said = afterwards(deploy);
  return section(
    "stack",
    `Stack ${deploy.stack}`,
    [`${deploy.outcome} after ${duration(deploy.durationMs)}`, ...said ? [said] : []].join(". "),
    html`${deploy.services.length > 0 && servicesCard(deploy.services)}`,
    html`${deploy.failures.slice(0, MOST_ROWS).map(failureCard)}`,
    standingCard(deploy)
  );
}
__name(deploymentSection, "deploymentSection");
var servicesCard = /* @__PURE__ */ __name((services) => html`<div class="card">${scrolling(
  "Services",
  html`<table class="services"><thead><tr><th scope="col">Service</th><th scope="col" class="number">Running</th><th scope="col">Outcome</th><th scope="col">Image</th></tr></thead><tbody>${services.slice(0, MOST_ROWS).map(serviceRow)}
</tbody></table>`
)}</div>`, "servicesCard");
function serviceRow({ name, running, wanted, outcome, image }) {
  const [reference = "", digest] = image.split("@");
  const isWell = outcome === "converged";
  return html`
<tr><th scope="row">${name}</th><td class="number">${running}/${wanted}</td><td><span class="word ${isWell ? "pass" : "fail"}">${outcome}</span></td><td class="image"><code>${reference}</code>${digest && html`<code class="digest">${digest}</code>`}</td></tr>`;
}
__name(serviceRow, "serviceRow");
function failureCard({ service, task, node, category, error, logLines }) {
  return html`<div class="card trouble"><h3>${service} on ${node}</h3><p>${error}</p>
<p class="meta"><code>${task}</code> ${category}</p>
${logLines.length > 0 && html`<pre tabindex="0" aria-label="Last lines of the log">${logLines.join("\n")}</pre>`}</div>`;
}
__name(failureCard, "failureCard");
function standingCard(deploy) {
  const { leftBehind = [] } = deploy;
  const out = wayOut(deploy);
  if (leftBehind.length === 0) return html``;
  return html`<div class="card trouble standing"><h3>This is how it stands</h3>
<ul>${leftBehind.slice(0, MOST_ROWS).map((line2) => html`<li>${line2}</li>`)}</ul>
${out && html`<dl><dt>Way out</dt><dd>${out}</dd></dl>`}</div>`;
}
__name(standingCard, "standingCard");

// src/report/html/engine-logs.ts
var MOST_NODES2 = 50;
var MOST_LINES = 200;
function engineLogsSection(logs) {
  const told2 = (logs ?? []).filter((log2) => log2.lines.length > 0);
  if (told2.length === 0) return void 0;
  return section(
    "engine-logs",
    "Engine logs",
    `the last lines of ${count(told2.length, "node")}`,
    html`<div class="card plain">${told2.slice(0, MOST_NODES2).map(
      ({ node, lines }) => html`<details class="more"><summary>${oneLine(node)} <small>${count(lines.length, "line")}</small></summary><pre tabindex="0" aria-label="${`Log of the engine of ${oneLine(node)}`}">${lines.slice(-MOST_LINES).join("\n")}</pre></details>`
    )}</div>`
  );
}
__name(engineLogsSection, "engineLogsSection");

// src/report/html/images.ts
var MOST_ROWS2 = 500;
function imagesSection(report) {
  const images = imagesOf(report);
  if (images.length === 0) return void 0;
  const built = report.images.length;
  return section(
    "images",
    "Images",
    [count(images.length, "image"), ...built > 0 ? [`${built} built and pushed`] : []].join(", "),
    html`<div class="card">${scrolling(
      "Images",
      html`<table><thead><tr><th scope="col">Image</th><th scope="col">Runs in</th><th scope="col" class="number">Size</th><th scope="col" class="number">Built in</th></tr></thead><tbody>${images.slice(0, MOST_ROWS2).map(imageRow)}
</tbody></table>`
    )}</div>`
  );
}
__name(imagesSection, "imagesSection");
function imagesOf({ images, deploy }) {
  const byDigest = /* @__PURE__ */ new Map();
  for (const { reference, digest, sizeBytes, durationMs } of images)
    byDigest.set(digest, { reference, digest, services: [], sizeBytes, durationMs });
  for (const { name, image } of deploy?.services ?? []) {
    const [reference = "", digest = ""] = image.split("@");
    const key2 = digest || reference;
    const known = byDigest.get(key2) ?? { reference, digest, services: [] };
    known.services.push(oneLine(name));
    byDigest.set(key2, known);
  }
  return [...byDigest.values()];
}
__name(imagesOf, "imagesOf");
var imageRow = /* @__PURE__ */ __name(({ reference, digest, services, sizeBytes, durationMs }) => html`
<tr><td class="image"><code>${reference}</code>${digest ? html`<code class="digest">${digest}</code>` : html`<span class="word inconclusive">no digest</span>`}</td><td>${services.join(", ")}</td><td class="number">${sizeBytes === void 0 ? "\u2013" : bytes(sizeBytes)}</td><td class="number">${durationMs === void 0 ? "\u2013" : duration(durationMs)}</td></tr>`, "imageRow");
function standInsSection(report) {
  const { standIns } = report;
  const none = noStandIns(report);
  if (none) return section("stand-ins", "Stand-ins", void 0, html`<p class="none">${none}</p>`);
  if (standIns.length === 0) return void 0;
  return section(
    "stand-ins",
    "Stand-ins",
    "images under an official name that were made on this machine",
    html`<div class="card">${scrolling(
      "Stand-ins",
      html`<table><thead><tr><th scope="col">Carries the name</th><th scope="col">Made from</th></tr></thead><tbody>${standIns.slice(0, MOST_ROWS2).map(
        ({ reference, madeFrom, digest }) => html`
<tr><td class="image"><code>${reference}</code><code class="digest">${digest}</code></td><td>${madeFrom}</td></tr>`
      )}
</tbody></table>`
    )}</div>`
  );
}
__name(standInsSection, "standInsSection");

// src/report/html/isolation-squares.ts
var CELL = 30;
var ARROW = verbatim('<path d="M8 15h13M16 9.5l5.5 5.5-5.5 5.5"/>');
var BAR = verbatim('<path d="M11 15h8"/>');
var SIGNS = {
  open: ARROW,
  blocked: BAR,
  breach: ARROW,
  lack: verbatim('<path d="M10 10l10 10M20 10l-10 10"/>'),
  unknown: verbatim('<path d="M11.5 12a3.5 3.5 0 1 1 5 3.2c-1.1.6-1.5 1.2-1.5 2.3M15 21v.1"/>'),
  passes: ARROW,
  stops: BAR
};
var CLASSES = {
  open: "cell must open",
  blocked: "cell blocked",
  breach: "cell wrong",
  lack: "cell wrong must",
  unknown: "cell unknown",
  passes: "cell free",
  stops: "cell free"
};
var WORDS = {
  open: "open, as it must be",
  blocked: "blocked, as it must be",
  breach: "open, must be blocked",
  lack: "blocked, must be open",
  unknown: "not known",
  passes: "open, and no rule says whether",
  stops: "closed, and no rule says whether"
};
var ALWAYS = ["open", "blocked", "breach", "lack", "unknown"];
function square(kind) {
  return html`<g class="${CLASSES[kind]}"><rect x="1" y="1" width="${CELL - 2}" height="${CELL - 2}" rx="6"/>${SIGNS[kind]}</g>`;
}
__name(square, "square");
function legend(used) {
  return Object.entries(WORDS).map(([kind, words]) => ({ kind, words })).filter(({ kind }) => ALWAYS.includes(kind) || used.has(kind)).map(
    ({ kind, words }) => html`<span><svg viewBox="0 0 30 30" aria-hidden="true">${square(kind)}</svg>${words}</span>`
  );
}
__name(legend, "legend");
function kindOf({ verdict, observed }) {
  if (verdict === "unknown" || observed === "unknown") return "unknown";
  if (verdict === "as-expected") return observed;
  return observed === "open" ? "breach" : "lack";
}
__name(kindOf, "kindOf");
function kindOfPort({ state, expected, isUnexpected }) {
  if (state === "unknown") return "unknown";
  if (isUnexpected) return state === "open" ? "breach" : "lack";
  if (expected) return state;
  return state === "open" ? "passes" : "stops";
}
__name(kindOfPort, "kindOfPort");

// src/report/html/isolation-picture.ts
var MOST2 = 40;
var STEP = 34;
var LETTERS = 18;
var LEFT = 150;
var TOP = 118;
var GAP = 20;
var TITLE = 66;
var ISOLATION_STYLE = `
.isolation { padding: 1rem 1.25rem 1.25rem; }
.isolation svg { display: block; height: auto; margin: 0 auto; }
.isolation .name { font-size: 13px; fill: var(--ink); } .isolation .rule { fill: none; stroke: var(--line); } .isolation .head { font-size: 12px; fill: var(--soft); }
.isolation .cell rect { fill: var(--track); stroke: none; } .isolation .self { fill: none; stroke: var(--line); }
.isolation .cell.must rect { stroke: var(--pass); stroke-width: 2; }
.isolation .cell path { fill: none; stroke: var(--soft); stroke-width: 2.25; stroke-linecap: round; stroke-linejoin: round; }
.isolation .cell.open rect { fill: var(--pass-wash); } .isolation .cell.open path { stroke: var(--pass); }
.isolation .cell.wrong rect { fill: var(--fail-wash); stroke: var(--fail); stroke-width: 2; } .isolation .cell.wrong.must rect { stroke-dasharray: 4 3; }
.isolation .cell.wrong path { stroke: var(--fail); }
.isolation .cell.free rect { fill: none; stroke: var(--line); }
.isolation .cell.unknown rect { fill: var(--open-wash); } .isolation .cell.unknown path { stroke: var(--open); }
.isolation figcaption { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; justify-content: center; margin-top: .75rem; color: var(--soft); font-size: .8125rem; }
.isolation figcaption span { display: inline-flex; align-items: center; gap: .375rem; } .isolation figcaption svg { width: 1.25rem; height: 1.25rem; margin: 0; }
@media print { .isolation figure { break-inside: avoid; } }
`;
function isolationSection(matrix, number5 = 0) {
  const drawing = isolationPicture(matrix);
  if (!drawing) return void 0;
  const good = matrix.cells.filter((cell) => cell.verdict === "as-expected").length;
  const note = `${good} of ${count(matrix.cells.length, "edge")} as they must be`;
  return section(
    number5 === 0 ? "isolation" : `isolation-${number5}`,
    "Isolation",
    note,
    html`<div class="card">${drawing}</div>`
  );
}
__name(isolationSection, "isolationSection");
function isolationPicture(matrix) {
  const { services, cells } = matrix;
  if (cells.length === 0 || services.length > MOST2) return void 0;
  return html`<figure class="isolation">
${scrolling("Who reaches whom", picture2(matrix))}
<figcaption>${legend(new Set([...matrix.published, ...matrix.udp ?? []].map(kindOfPort)))}</figcaption>
</figure>`;
}
__name(isolationPicture, "isolationPicture");
function picture2(matrix) {
  const { services, cells } = matrix;
  const cellAt = new Map(cells.map((cell) => [`${cell.from} ${cell.to}`, cell]));
  const end = LEFT + services.length * STEP;
  const bottom = TOP + services.length * STEP;
  const groups2 = portGroups(matrix, end + GAP);
  const last = groups2.at(-1);
  const right = last ? last.x + last.width : end + 8;
  const width = Math.ceil(right + 84);
  const height = bottom + (last ? 24 : 2);
  return html`<svg width="${width}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${described2(matrix)}">
${services.map((name, column) => slanted(LEFT + column * STEP, short(name)))}
${services.map(
    (from, row3) => html`<text class="name" text-anchor="end" x="${LEFT - 10}" y="${TOP + row3 * STEP + 20}">${short(from)}</text>${services.map(
      (to, column) => html`<g transform="translate(${LEFT + column * STEP} ${TOP + row3 * STEP})">${from === to ? html`<rect class="self" width="${CELL}" height="${CELL}" rx="6"/>` : drawn(cellAt.get(`${from} ${to}`))}</g>`
    )}
`
  )}
${groups2.map((group) => portColumns(group, services, bottom))}
</svg>`;
}
__name(picture2, "picture");
function slanted(x, text) {
  return html`<text class="name" transform="translate(${x + 18} ${TOP - 8}) rotate(-50)">${text}</text>`;
}
__name(slanted, "slanted");
function portGroups({ published, udp = [] }, from) {
  let x = from;
  return [
    { title: "published", ports: published },
    { title: "by UDP", ports: udp }
  ].flatMap(({ title, ports }) => {
    const all = [...Map.groupBy(ports, portName).values()];
    if (all.length === 0) return [];
    const wrongFirst = [...Map.groupBy(all, (own) => !own.some((one2) => one2.isUnexpected))].sort(
      ([a], [b]) => Number(a) - Number(b)
    );
    const columns = all.length > MOST2 ? wrongFirst.flatMap(([, own]) => own).slice(0, MOST2) : all;
    const group = {
      title,
      x,
      width: Math.max(columns.length * STEP, TITLE),
      columns,
      rest: all.length - MOST2
    };
    x += group.width + GAP;
    return [group];
  });
}
__name(portGroups, "portGroups");
function portColumns({ title, x, columns, rest }, services, bottom) {
  const more = rest > 0 ? `, and ${rest} more` : "";
  return html`<path class="rule" d="M${x - GAP / 2} ${TOP}V${bottom}"/><text class="head" x="${x}" y="${bottom + 16}">${title}${more}</text>
${columns.map(
    (ports, column) => html`${ports[0] && slanted(x + column * STEP, portName(ports[0]))}${ports.map((port) => {
      const row3 = services.indexOf(port.from);
      return row3 >= 0 && html`<g transform="translate(${x + column * STEP} ${TOP + row3 * STEP})"><title>${portTitle(port, title)}</title>${square(kindOfPort(port))}</g>`;
    })}
`
  )}`;
}
__name(portColumns, "portColumns");
function drawn(cell) {
  if (!cell) return void 0;
  const { from, to, expected, observed, detail } = cell;
  const title = `${from} \u2192 ${to}: must be ${expected}, is ${observed === "unknown" ? "not known" : observed}${detail ? ` (${detail})` : ""}`;
  return html`<title>${oneLine(title)}</title>${square(kindOf(cell))}`;
}
__name(drawn, "drawn");
function portTitle({ from, to, port, state, expected }, title) {
  const must = expected ? `must be ${expected}, ` : "";
  return oneLine(`${from} \u2192 ${to}:${port}, ${title}: ${must}is ${state === "unknown" ? "not known" : state}`);
}
__name(portTitle, "portTitle");
var portName = /* @__PURE__ */ __name(({ to, port }) => `${short(to)}:${port}`, "portName");
function short(name) {
  const label = oneLine(name);
  return label.length > LETTERS ? `${label.slice(0, LETTERS - 1)}\u2026` : label;
}
__name(short, "short");
function described2({ services, cells, published, udp = [] }) {
  const wrong = cells.filter((cell) => cell.verdict === "unexpected");
  const unknown = cells.filter((cell) => cell.verdict === "unknown");
  const said = /* @__PURE__ */ __name((some, words) => some.slice(0, 10).map((cell) => ` ${oneLine(cell.from)} to ${oneLine(cell.to)} ${words === "" ? cell.observed : words}.`), "said");
  return `Who reaches whom among ${count(services.length, "service")}: ${count(cells.length, "edge")}, ${wrong.length} not as they must be, ${unknown.length} not known.${said(wrong, "").join("")}${said(unknown, "not known").join("")}${[...saidOf(published, "published"), ...saidOf(udp, "by UDP")].join("")}`;
}
__name(described2, "described");
function saidOf(ports, title) {
  const told2 = ports.filter((port) => port.isUnexpected).slice(0, 10);
  return told2.map((port) => ` ${oneLine(port.from)} to ${portName(port)} ${title} ${port.state}.`);
}
__name(saidOf, "saidOf");

// src/report/html/icons.ts
var PATHS = {
  pass: "M6.8 12.6l3.4 3.4 7-7.6",
  fail: "M8 8l8 8M16 8l-8 8",
  inconclusive: "M9.2 9.4a2.9 2.9 0 1 1 4.2 2.6c-.9.5-1.4 1-1.4 2M12 17.1v.1",
  skipped: "M7.5 12h9"
};
function statusIcon(status) {
  return verbatim(
    `<svg class="icon ${status}" viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="11"/><path d="${PATHS[status]}"/></svg>`
  );
}
__name(statusIcon, "statusIcon");
var LOGO = verbatim(
  '<svg class="logo" viewBox="0 0 24 24" aria-hidden="true"><path d="M12 5 5 18h14z"/><circle cx="12" cy="5" r="3.4"/><circle cx="5" cy="18" r="3.4"/><circle cx="19" cy="18" r="3.4"/></svg>'
);

// src/report/html/whose.ts
function whose({ source }) {
  const parts = partsOf(source);
  return html`${parts.length > 0 && html`<dl class="whose">${parts}</dl>`}`;
}
__name(whose, "whose");
function partsOf(source) {
  const { stack, swarm, environment, commit, pullRequest, run, repository, actor } = source;
  const sha = commit && html`<code>${commit.sha.slice(0, 7)}</code>`;
  const shown = [
    stack && part("Stack", html`<b>${line(stack)}</b>`),
    swarm && part("Swarm", html`${line(swarm).replace(/^the /, "")}`),
    environment && part("Environment", anchor(line(environment.name), environment.url)),
    repository && part("Repository", anchor(line(repository.name), repository.url)),
    commit && sha && part(
      "Commit",
      html`${anchor(sha, commit.url)}${commit.ref && html` <span class="meta">${line(commit.ref)}</span>`}`
    ),
    pullRequest && part("Pull request", anchor(`#${pullRequest.number}`, pullRequest.url)),
    run && part("Run", anchor(line(run.title), run.url)),
    actor && part("By", html`${line(actor)}`)
  ];
  return shown.filter((each) => typeof each === "object");
}
__name(partsOf, "partsOf");
var part = /* @__PURE__ */ __name((name, value3) => html`<div><dt>${name}</dt><dd>${value3}</dd></div>`, "part");
var line = /* @__PURE__ */ __name((text) => cutText(oneLine(text), 120), "line");

// src/report/html/masthead.ts
function masthead(report, sections) {
  return html`<header>
<p class="brand">${LOGO}<b>${report.tool.name}</b><span>${moment(report.startedAt)}</span></p>
${whose(report)}
<div class="result ${report.status}">
${statusIcon(report.status)}
<div><h1>${STATUS_WORDS[report.status]}<span class="unseen">: ${oneLine(titleOf(report.source))}</span></h1><p>${headline(report)}</p></div>
</div>
<dl class="figures">${figures(report).map(({ name, value: value3, of, kind = "" }) => html`<div><dt>${name}</dt><dd class="${kind}">${value3}${of !== void 0 && html` <small>of ${of}</small>`}</dd></div>`)}</dl>
${caveats(report).map((sentence) => html`<p class="caveat">${sentence}</p>`)}
${sections.length > 1 && html`<nav aria-label="Contents"><ul class="contents">${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>`}
</header>
`;
}
__name(masthead, "masthead");
function figures({ verify, deploy, nodes, engine, durationMs }) {
  const { rows, replicas, requests, failed } = answersMatrix(verify?.nodes ?? []);
  const verdicts = verify?.verdicts ?? [];
  const of = /* @__PURE__ */ __name((status) => verdicts.filter((verdict) => verdict.status === status).length, "of");
  const probe = deploy?.probe;
  const services = deploy?.services ?? [];
  const converged = services.filter((each) => each.outcome === "converged").length;
  const known = Math.max(nodes.length, rows.length);
  const shown = [
    known > 0 && { name: "Nodes", value: whole(known) },
    services.length > 0 && part2("Services converged", converged, services.length, converged < services.length),
    verdicts.length > 0 && part2("Checks passed", of("pass"), verdicts.length, false),
    verdicts.length > 0 && {
      name: "Checks failed",
      value: whole(of("fail")),
      kind: of("fail") > 0 ? "failed" : ""
    },
    of("inconclusive") > 0 && { name: "Not measured", value: whole(of("inconclusive")), kind: "open" },
    rows.length > 0 && { name: "Replicas", value: whole(replicas.length) },
    rows.length > 0 && part2("Requests failed", failed, requests, failed > 0),
    probe !== void 0 && part2("Failed in rollout", probe.failed, probe.planned, probe.failed > 0),
    (nodes.length > 0 || verify !== void 0) && {
      name: "Routing mesh",
      value: engine.hasMesh ? "tested" : "not tested",
      kind: engine.hasMesh ? "" : "open"
    },
    { name: "Time", value: duration(durationMs) }
  ];
  return shown.filter((each) => typeof each === "object");
}
__name(figures, "figures");
var part2 = /* @__PURE__ */ __name((name, value3, of, isBad) => ({
  name,
  value: whole(value3),
  of: whole(of),
  kind: isBad ? "failed" : ""
}), "part");

// src/report/html/phases.ts
var MOST_ROWS3 = 500;
function phasesSection(all) {
  const phases = all.slice(0, MOST_ROWS3);
  const total = phases.reduce((sum, phase) => sum + phase.durationMs, 0);
  let before = 0;
  const rows = phases.map((phase) => {
    const start = before;
    before += phase.durationMs;
    return phaseRow(phase, start, Math.max(1, total));
  });
  return section(
    "time",
    "Time",
    `${duration(total)} in all`,
    html`<div class="card"><table class="phases"><thead class="unseen"><tr><th scope="col">Phase</th><th scope="col">Share</th><th scope="col">Time</th></tr></thead><tbody>${rows}
</tbody></table></div>`
  );
}
__name(phasesSection, "phasesSection");
function phaseRow({ title, durationMs, status }, start, total) {
  const x = start / total * 1e3;
  const width = Math.max(4, durationMs / total * 1e3);
  return html`
<tr><th scope="row">${title}${status !== "done" && html` <span class="word ${status === "failed" ? "fail" : "skipped"}">${status}</span>`}</th><td><svg class="span ${status}" viewBox="0 0 1000 14" preserveAspectRatio="none" role="img" aria-label="${percent(durationMs, total)}"><rect class="track" width="1000" height="14"/><rect x="${Math.min(x, 996).toFixed(1)}" width="${width.toFixed(1)}" height="14"/></svg></td><td class="number">${duration(durationMs)}</td></tr>`;
}
__name(phaseRow, "phaseRow");

// src/report/html/script.ts
var SCRIPT = `
(() => {
  'use strict'
  const bar = document.getElementById('filter')
  const search = document.getElementById('search')
  const shown = document.getElementById('shown')
  const items = Array.from(document.querySelectorAll('.verdicts > li'))
  const texts = items.map(item => item.textContent.toLowerCase())
  const chosen = () => bar.querySelector('input[name="status"]:checked').value
  const apply = () => {
    const status = chosen()
    const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean)
    let count = 0
    items.forEach((item, i) => {
      const fits = (status === '' || item.dataset.status === status) && words.every(word => texts[i].includes(word))
      item.hidden = !fits
      if (fits) count++
    })
    shown.textContent = count === items.length ? '' : count + ' of ' + items.length + ' shown'
  }
  const all = () => {
    search.value = ''
    bar.querySelector('input[value=""]').checked = true
    apply()
  }
  if (bar) {
    bar.hidden = false
    bar.addEventListener('input', apply)
    document.addEventListener('keydown', event => {
      const isTyping = /^(?:INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) && event.target.type !== 'radio'
      if (event.key === '/' && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault()
        search.focus()
      }
      if (event.key === 'Escape' && bar.contains(event.target)) all()
    })
  }
  const reveal = () => {
    let id = ''
    try {
      id = decodeURIComponent(location.hash.slice(1))
    } catch {
      return
    }
    const target = id && document.getElementById(id)
    if (!target) return
    if (target.hidden) all()
    const fold = target.closest('details') || target.querySelector('details')
    if (fold) fold.open = true
    target.scrollIntoView()
  }
  addEventListener('hashchange', reveal)
  reveal()
  let closed = []
  addEventListener('beforeprint', () => {
    closed = Array.from(document.querySelectorAll('details:not([open]):not(.changes)'))
    for (const fold of closed) fold.open = true
  })
  addEventListener('afterprint', () => {
    for (const fold of closed) fold.open = false
  })
})()
`;

// src/report/html/style-parts.ts
var PARTS_STYLE = `
a { color: var(--link); text-underline-offset: .15em; text-decoration-thickness: 1px; } a:hover { text-decoration-thickness: 2px; }
[hidden] { display: none !important; }
.whose { display: flex; flex-wrap: wrap; gap: .5rem 1.75rem; margin-bottom: 1.25rem; font-size: .9375rem; }
.whose dt { color: var(--soft); font-size: .8125rem; } .whose dd { overflow-wrap: anywhere; }
.contents { list-style: none; padding: 0; margin-top: 1.25rem; display: flex; flex-wrap: wrap; gap: .375rem 1.125rem; font-size: .9375rem; }
.filter { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1rem; margin-bottom: .75rem; }
.filter fieldset { border: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .375rem; }
.filter input[type=radio] { position: absolute; opacity: 0; }
.filter fieldset label { position: relative; } .filter fieldset label span { display: block; padding: .25rem .75rem; border: 1px solid var(--line); border-radius: 1rem; background: var(--card); font-size: .875rem; cursor: pointer; }
.filter input:checked + span { background: var(--ink); border-color: var(--ink); color: var(--paper); } .filter input:checked + span small { color: inherit; }
.filter input:focus-visible + span { outline: 2px solid var(--hue0); outline-offset: 2px; }
.search input { font: inherit; font-size: .875rem; width: 14rem; max-width: 100%; padding: .25rem .75rem; color: var(--ink); background: var(--card); border: 1px solid var(--soft); border-radius: 1rem; }
.search input::placeholder { color: var(--soft); opacity: 1; }
.title h3 a { color: inherit; text-decoration: none; } .title h3 a:hover { text-decoration: underline; }
.verdicts > li:target { outline: 2px solid var(--hue0); outline-offset: 1px; }
.more { font-size: .9375rem; } .verdicts .more { margin: .375rem 0 0 2.125rem; } .verdicts .more summary { font-size: .8125rem; padding: .125rem 0; }
.evidence { font-size: .8125rem; width: auto; } .evidence th { font-weight: 400; color: var(--soft); } .evidence th, .evidence td { padding: .125rem 1rem .125rem 0; border: 0; overflow-wrap: anywhere; } .evidence tr { border: 0; }
.card > .scroll + .scroll { border-top: 1px solid var(--line); margin-top: .5rem; padding-top: .5rem; }
.plain { padding: .75rem 1.25rem; } .inset { padding: .5rem 1.25rem 0; }
.plain-list { list-style: none; padding: 0; } .plain-list li { padding: .1875rem 0; overflow-wrap: anywhere; }
.change + .change { border-top: 1px solid var(--line); margin-top: .75rem; padding-top: .75rem; }
.change h3 { overflow-wrap: anywhere; } .change h3 .meta { font-weight: 400; }
.fields { margin-top: .25rem; font-size: .875rem; table-layout: fixed; } .fields th, .fields td { padding: .25rem 1rem .25rem 0; overflow-wrap: anywhere; font-weight: 400; } .fields thead th { width: 33%; }
.fields code { white-space: pre-wrap; } .fields .before { text-decoration: line-through; text-decoration-color: var(--fail); } .fields .after { color: var(--pass); }
.word.created { color: var(--pass); background: var(--pass-wash); } .word.updated { color: var(--open); background: var(--open-wash); }
.word.removed { color: var(--fail); background: var(--fail-wash); } .word.orphaned, .word.unchanged { color: var(--idle); background: var(--idle-wash); }
.refusal { color: var(--fail); }
.chips { display: flex; flex-wrap: wrap; gap: .25rem .375rem; margin-top: .5rem; list-style: none; padding: 0; }
.task { font-size: .8125rem; padding: .0625rem .5rem; border: 1px solid var(--soft); border-radius: .375rem; overflow-wrap: anywhere; } .task.before { border-style: dashed; }
${[0, 1, 2, 3, 4, 5].map((i) => `.nodes > .hue${i} { border-top-color: var(--hue${i}); }`).join(" ")}
@media (max-width: 40rem) {
  .whose { gap: .5rem 1.25rem; } .search, .search input { width: 100%; } .verdicts .more { margin-left: 0; } .card > .scroll + .scroll { border-top: 1px solid var(--line); margin-top: .5rem; padding-top: .5rem; }
.plain { padding: .75rem; } .inset { padding: .5rem .75rem 0; }
  .fields, .fields tbody { display: block; } .fields thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .fields tr { display: grid; grid-template-columns: 1fr 1fr; } .fields th { grid-column: 1 / -1; }
}
@media print {
  .contents, .filter { display: none; } .change, .nodes > li { break-inside: avoid; } a { color: inherit; } details::details-content { content-visibility: visible; } details.changes { display: none; }
}
`;

// src/report/html/timeline-style.ts
var TIMELINE_STYLE = `
.lanes { padding: 1rem 1.25rem 1.25rem; }
.lanes .scroll > svg { display: block; width: 100%; min-width: 46rem; height: auto; }
.lanes .tall { max-height: 40rem; overflow: auto; }
.lanes .grid { stroke: var(--line); } .lanes .rule { stroke: var(--line); stroke-dasharray: 2 3; } .lanes .verdict { stroke: var(--ink); stroke-dasharray: 4 3; }
.lanes text { font-size: 12px; fill: var(--soft); } .lanes .name { font-size: 13px; fill: var(--ink); } .lanes .node { font-size: 10.5px; }
.lanes .wait { stroke-width: 3; } .lanes .run.old { fill: var(--card); stroke-width: 1.5; }
.lanes .key .run.new { fill: var(--soft); } .lanes .key .run.old, .lanes .key .wait { stroke: var(--soft); }
.lanes .cross { fill: none; stroke: var(--fail); stroke-width: 2.5; stroke-linecap: round; } .lanes .stop { stroke: var(--soft); stroke-width: 1.5; }
.lanes .lost { fill: var(--fail); } .lanes .wash { fill: var(--fail); opacity: .09; }
.lanes .dense.faded { opacity: .4; } .lanes .dense.pale { opacity: .7; } .lanes .dense.end { fill: var(--fail); }
.lanes figcaption { display: flex; flex-wrap: wrap; gap: .25rem 1.125rem; margin-top: .875rem; color: var(--soft); font-size: .8125rem; }
.lanes figcaption span { display: inline-flex; align-items: center; overflow-wrap: anywhere; } .lanes .key { width: 1.5rem; height: .75rem; margin-right: .375rem; flex: none; }
${[0, 1, 2, 3, 4, 5].map(
  (i) => `.lanes .hue${i} .run.new, .lanes .dense.hue${i} { fill: var(--hue${i}); } .lanes .hue${i} .run.old, .lanes .hue${i} .wait { stroke: var(--hue${i}); }`
).join("\n")}
.changes { padding: 0 1.25rem .5rem; } .changes summary, .more summary { padding: .375rem 0; cursor: pointer; color: var(--soft); font-size: .9375rem; }
.changes table { font-size: .8125rem; } .changes th, .changes td { padding: .25rem .75rem; } .changes td:last-child { min-width: 14rem; overflow-wrap: anywhere; } .changes tr.back { background: var(--track); }
@media print { .lanes .scroll > svg { min-width: 0; } .lanes .tall { max-height: none; } }
`;

// src/report/html/style.ts
var STYLE = `
:root {
  color-scheme: light dark;
  --paper: #f6f7f8; --card: #fff; --ink: #14191f; --soft: #57616d; --line: #dfe3e8; --track: #edf0f3;
  --pass: #15734a; --pass-wash: #e3f4ea; --fail: #b3261e; --fail-wash: #fdeae8;
  --open: #8a5a00; --open-wash: #fdf2d8; --idle: #57616d; --idle-wash: #edf0f3;
  --link: #1f58bd; --hue0: #2f6fde; --hue1: #0f9488; --hue2: #d18412; --hue3: #8457d6; --hue4: #cc4b7c; --hue5: #64748b;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #0e1216; --card: #161b21; --ink: #e8ecf0; --soft: #9aa5b1; --line: #2a323b; --track: #232a32;
    --pass: #5fd39a; --pass-wash: #12301f; --fail: #ff8a80; --fail-wash: #3a1614;
    --open: #f0bd5a; --open-wash: #33270e; --idle: #9aa5b1; --idle-wash: #232a32;
    --link: #8db4ff; --hue0: #6ea1ff; --hue1: #3fc6b8; --hue2: #efad4d; --hue3: #b193f5; --hue4: #f083ab; --hue5: #94a3b8;
  }
}
@media print {
  :root {
    color-scheme: light;
    --paper: #fff; --card: #fff; --ink: #000; --soft: #444; --line: #bbb; --track: #e8e8e8;
    --pass: #15734a; --pass-wash: #fff; --fail: #b3261e; --fail-wash: #fff;
    --open: #8a5a00; --open-wash: #fff; --idle: #444; --idle-wash: #fff;
    --link: #1f58bd; --hue0: #2f6fde; --hue1: #0f9488; --hue2: #d18412; --hue3: #8457d6; --hue4: #cc4b7c; --hue5: #64748b;
  }
}
* { box-sizing: border-box; margin: 0; }
body {
  background: var(--paper); color: var(--ink); max-width: 68rem; margin: 0 auto; padding: 2rem 1.5rem 3rem;
  font: 400 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Cantarell, "DejaVu Sans", sans-serif;
  font-variant-numeric: tabular-nums; overflow-wrap: anywhere; -webkit-text-size-adjust: 100%;
}
code, pre, .mono text.name { font-family: ui-monospace, "SF Mono", SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
code { font-size: .875em; }
small { font-size: .8125rem; color: var(--soft); font-weight: 400; }
:focus-visible { outline: 2px solid var(--hue0); outline-offset: 2px; }

.brand { display: flex; align-items: center; gap: .5rem; font-size: .9375rem; margin-bottom: 1.25rem; }
.brand span { margin-left: auto; color: var(--soft); }
.logo { width: 1.375rem; height: 1.375rem; fill: var(--ink); stroke: var(--ink); stroke-width: 1.6; }
.logo path { fill: none; }
.result { display: flex; gap: 1.25rem; align-items: center; padding: 1.5rem; border-radius: 1rem; border: 1px solid; }
.result.pass { background: var(--pass-wash); border-color: color-mix(in srgb, var(--pass) 35%, transparent); }
.result.inconclusive { background: var(--open-wash); border-color: color-mix(in srgb, var(--open) 35%, transparent); }
.result.fail { background: var(--fail-wash); border-color: color-mix(in srgb, var(--fail) 35%, transparent); }
.result .icon { width: 3.5rem; height: 3.5rem; }
.result h1 { font-size: 1.875rem; line-height: 1.2; letter-spacing: -.02em; }
.result p { margin-top: .25rem; }
.icon { flex: none; width: 1.5rem; height: 1.5rem; }
.icon path { fill: none; stroke: var(--card); stroke-width: 2.4; stroke-linecap: round; stroke-linejoin: round; }
.icon.pass circle { fill: var(--pass); } .icon.fail circle { fill: var(--fail); }
.icon.inconclusive circle { fill: var(--open); } .icon.skipped circle { fill: var(--idle); }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: 1px; margin-top: 1rem; background: var(--card); border: 1px solid var(--line); border-radius: .75rem; overflow: hidden; }
.figures div { padding: .75rem 1rem; box-shadow: 0 0 0 1px var(--line); }
.figures dt { color: var(--soft); font-size: .8125rem; }
.figures dd { font-size: 1.375rem; font-weight: 600; letter-spacing: -.01em; white-space: nowrap; } .figures dd small { font-weight: 400; letter-spacing: 0; }
.failed { color: var(--fail); } .figures .open { color: var(--open); }
.caveat { margin-top: .75rem; padding: .625rem 1rem; border-radius: .625rem; background: var(--open-wash); color: var(--ink); border-left: 4px solid var(--open); font-size: .9375rem; }

section { margin-top: 2.5rem; }
.heading { display: flex; flex-wrap: wrap; align-items: baseline; gap: .125rem .75rem; margin-bottom: .75rem; }
h2 { font-size: 1.25rem; letter-spacing: -.01em; }
.heading p { color: var(--soft); font-size: .9375rem; }
h3 { font-size: 1rem; line-height: 1.35; }
.card, .verdicts > li { background: var(--card); border: 1px solid var(--line); border-radius: .75rem; }
.card { padding: .5rem 0; overflow: hidden; }
.card + .card { margin-top: .75rem; }
.meta { color: var(--soft); font-size: .8125rem; }
.word { display: inline-block; padding: .0625rem .5rem; border-radius: 1rem; font-size: .8125rem; font-weight: 600; white-space: nowrap; }
.word.pass { color: var(--pass); background: var(--pass-wash); } .word.fail { color: var(--fail); background: var(--fail-wash); }
.word.inconclusive { color: var(--open); background: var(--open-wash); } .word.skipped { color: var(--idle); background: var(--idle-wash); }

.verdicts { list-style: none; padding: 0; display: grid; gap: .625rem; }
.verdicts > li { padding: 1rem 1.25rem; border-left: 4px solid var(--idle); }
.verdicts > .pass { border-left-color: var(--pass); } .verdicts > .fail { border-left-color: var(--fail); }
.verdicts > .inconclusive { border-left-color: var(--open); }
.title { display: flex; align-items: center; gap: .625rem; } .title .meta { margin-left: auto; display: flex; gap: .625rem; white-space: nowrap; }
.verdicts dl { display: grid; grid-template-columns: 1fr 1fr; gap: .5rem 1.5rem; margin: .5rem 0 0 2.125rem; font-size: .9375rem; }
.verdicts dt { color: var(--soft); font-size: .8125rem; } 
.verdicts .hint { grid-column: 1 / -1; }

.scroll {
  overflow-x: auto;
  background: linear-gradient(to right, var(--card) 1rem, transparent) 0 0 / 2.5rem 100% local, linear-gradient(to left, var(--card) 1rem, transparent) 100% 0 / 2.5rem 100% local,
    linear-gradient(to right, var(--line), transparent) 0 0 / .75rem 100% scroll, linear-gradient(to left, var(--line), transparent) 100% 0 / .75rem 100% scroll;
  background-repeat: no-repeat;
}
table { border-collapse: collapse; width: 100%; font-size: .9375rem; overflow-wrap: normal; }
th, td { text-align: left; vertical-align: top; padding: .5rem 1.25rem; }
thead th { color: var(--soft); font-weight: 400; font-size: .8125rem; white-space: nowrap; }
tbody tr, tfoot tr { border-top: 1px solid var(--line); } thead.unseen + tbody tr:first-child { border-top: 0; }
tbody th { font-weight: 600; } tfoot th, tfoot td { font-weight: 600; }
tbody th small, .kinds { display: block; }
.number { text-align: right; white-space: nowrap; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.dot { display: inline-block; width: .625rem; height: .625rem; border-radius: 50%; margin-right: .375rem; }
.answers .number { min-width: 4.5rem; } .answers th.number { vertical-align: bottom; }
.bar { display: block; width: 100%; min-width: 5.5rem; height: 4px; margin-top: .25rem; border-radius: 2px; }
.track { fill: var(--track); }
.image { min-width: 17rem; overflow-wrap: anywhere; } .image code { display: block; } .digest { color: var(--soft); font-size: .75rem; }

.mesh { padding: 1rem 1.25rem 1.25rem; border-bottom: 1px solid var(--line); }
.mesh svg { width: 100%; max-width: 52rem; height: auto; margin: 0 auto; }
.mesh .wide { display: block; } .mesh .narrow { display: none; }
.mesh figcaption { display: flex; justify-content: space-between; max-width: 52rem; margin: .5rem auto 0; color: var(--soft); font-size: .8125rem; }
.flow { fill: none; opacity: .6; }
.box rect { fill: var(--card); stroke: var(--line); stroke-width: 1.5; } .box.bad rect { stroke: var(--fail); }
.box .name { font-size: 14px; font-weight: 600; fill: var(--ink); } .box .detail { font-size: 12px; fill: var(--soft); }
.failure path { stroke: var(--fail); stroke-dasharray: 7 5; opacity: .75; } .failure .cross { stroke-width: 2.5; stroke-dasharray: none; opacity: 1; }
.failure text { font-size: 13px; font-weight: 600; fill: var(--fail); paint-order: stroke; stroke: var(--card); stroke-width: 4px; }
.dot.hue0 { background: var(--hue0); } .dot.hue1 { background: var(--hue1); } .dot.hue2 { background: var(--hue2); }
.dot.hue3 { background: var(--hue3); } .dot.hue4 { background: var(--hue4); } .dot.hue5 { background: var(--hue5); }
rect.hue0 { fill: var(--hue0); } rect.hue1 { fill: var(--hue1); } rect.hue2 { fill: var(--hue2); }
rect.hue3 { fill: var(--hue3); } rect.hue4 { fill: var(--hue4); } rect.hue5 { fill: var(--hue5); }
.flow.hue0, .hue0 rect { stroke: var(--hue0); } .flow.hue1, .hue1 rect { stroke: var(--hue1); } .flow.hue2, .hue2 rect { stroke: var(--hue2); }
.flow.hue3, .hue3 rect { stroke: var(--hue3); } .flow.hue4, .hue4 rect { stroke: var(--hue4); } .flow.hue5, .hue5 rect { stroke: var(--hue5); }

.phases th { font-weight: 400; width: 1%; white-space: nowrap; } .phases td { vertical-align: middle; } .phases th { overflow-wrap: anywhere; }
.span { display: block; width: 100%; height: .75rem; border-radius: .25rem; } .span rect { fill: var(--hue0); }
.span .track { fill: var(--track); } .span.failed rect:last-child { fill: var(--fail); } .span.cancelled rect:last-child { fill: var(--idle); }

.nodes { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: .625rem; }
.nodes > li { background: var(--card); border: 1px solid var(--line); border-top-width: 4px; border-radius: .75rem; padding: .75rem 1.125rem .875rem; }
.nodes code { color: var(--soft); }
.role, .label { font-size: .8125rem; padding: .0625rem .5rem; border-radius: 1rem; background: var(--idle-wash); color: var(--idle); overflow-wrap: anywhere; }
.role.manager { background: var(--ink); color: var(--paper); }

.trouble { border-left: 4px solid var(--fail); padding: 1rem 1.25rem; } 
pre { margin-top: .625rem; padding: .75rem 1rem; border-radius: .5rem; background: var(--track); font-size: .8125rem; overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere; }
.standing ul { margin: .375rem 0 .625rem; padding-left: 1.25rem; } .standing dt { color: var(--soft); font-size: .8125rem; }
.none { color: var(--soft); }
footer { margin-top: 2.5rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .8125rem; }

@media (max-width: 40rem) {
  body { padding: 1rem .875rem 2rem; }
  .result { padding: 1.125rem; gap: .875rem; align-items: flex-start; } .result .icon { width: 2.5rem; height: 2.5rem; } .result h1 { font-size: 1.5rem; }
  .figures { grid-template-columns: repeat(2, 1fr); } .figures dd { font-size: 1.1875rem; }
  .verdicts > li { padding: .875rem 1rem; } .verdicts dl { grid-template-columns: 1fr; margin-left: 0; } .title { flex-wrap: wrap; } .title h3 { flex: 1; min-width: 0; } .title .meta { white-space: normal; order: 9; flex-basis: 100%; margin: 0; }
  th, td { padding: .5rem .75rem; } .mesh { padding: .75rem; } .mesh .wide { display: none; } .mesh .narrow { display: block; }
  .phases tr { display: grid; grid-template-columns: 1fr auto; padding: .375rem 0; } .phases th, .phases td { padding: .125rem .75rem; width: auto; white-space: normal; } .phases td:nth-child(2) { order: 3; grid-column: 1 / -1; }
  .services thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .services, .services tbody { display: block; }
  .services tr { display: grid; grid-template-columns: minmax(0, 1fr) auto auto; padding: .375rem 0; } .services th { overflow-wrap: anywhere; } .services tbody tr:first-child { border-top: 0; }
  .services th, .services td { padding: .125rem .75rem; } .services .image { grid-column: 1 / -1; min-width: 0; }
}
@media print {
  html { font-size: 10pt; } body { max-width: none; padding: 0; } section { margin-top: 1.5rem; } .scroll { overflow: visible; }
  .verdicts > li, .card, tr, .nodes li, .result, .heading { break-inside: avoid; } .heading { break-after: avoid; }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
${PARTS_STYLE}${ISOLATION_STYLE}${TIMELINE_STYLE}${LATENCY_STYLE}`;

// src/report/html/swarm.ts
var MOST_NODES3 = 300;
var MOST_TASKS = 24;
function swarmSection({ nodes, engine }, lanes, names) {
  const known = new Map(nodes.map((node) => [node.name, node]));
  const shown = names.map(
    (name) => known.get(name) ?? { name, role: "node", address: "", labels: {} }
  );
  if (shown.length === 0) return void 0;
  const running = Map.groupBy(
    lanes.filter(({ end, stretches }) => !end && stretches.at(-1)?.kind === "running"),
    (lane) => lane.node
  );
  const more = shown.length - MOST_NODES3;
  return section(
    "swarm",
    "Swarm",
    `${count(shown.length, "node")} on ${engine.title}`,
    html`<ul class="nodes">${shown.slice(0, MOST_NODES3).map((node, i) => nodeItem(node, i, running.get(node.name) ?? []))}</ul>`,
    html`${more > 0 && html`<p class="none">And ${count(more, "node")} more.</p>`}`
  );
}
__name(swarmSection, "swarmSection");
function nodeItem({ name, role, address, labels }, i, tasks) {
  const more = tasks.length - MOST_TASKS;
  return html`
<li class="${hue(i)}"><p><i class="dot ${hue(i)}"></i><b>${oneLine(name)}</b> <span class="role ${role}">${role}</span></p>${address !== "" && html`<code>${address}</code>`}
${Object.keys(labels).length > 0 && html`<p class="chips">${Object.entries(labels).map(([key2, value3]) => html`<span class="label">${key2}=${value3}</span>`)}</p>`}
${tasks.length > 0 && html`<ul class="chips" aria-label="Tasks">${tasks.slice(0, MOST_TASKS).map((task) => html`<li class="task${task.isNew ? "" : " before"}">${oneLine(task.title)}</li>`)}${more > 0 && html`<li class="task">and ${whole(more)} more</li>`}</ul>`}</li>`;
}
__name(nodeItem, "nodeItem");

// src/report/losses.rules.ts
var MOST3 = 240;
function lossesOf({ probe, startedAt }, totalMs) {
  if (!probe || totalMs <= 0) return [];
  const offsetMs = probe.startedAtMs - Date.parse(startedAt);
  const stepMs = Math.max(1e3, Math.ceil(totalMs / MOST3 / 1e3) * 1e3);
  const losses = /* @__PURE__ */ new Map();
  for (const { second: second2, sent, failed } of probe.series) {
    const atMs = offsetMs + second2 * 1e3;
    if (!(atMs > -1e3 && atMs <= totalMs)) continue;
    const at = Math.max(0, Math.floor(atMs / stepMs));
    const known = losses.get(at) ?? { fromMs: at * stepMs, toMs: (at + 1) * stepMs, sent: 0, failed: 0 };
    losses.set(at, { ...known, sent: known.sent + sent, failed: known.failed + failed });
  }
  return [...losses.values()].toSorted((a, b) => a.fromMs - b.fromMs);
}
__name(lossesOf, "lossesOf");

// src/report/slots.rules.ts
function slotsOf(lanes) {
  return [...Map.groupBy(lanes, (lane) => lane.title)].map(([title, own]) => ({
    title,
    service: own[0]?.service ?? "",
    tracks: tracksOf(own.filter((lane) => lane.stretches.length > 0))
  }));
}
__name(slotsOf, "slotsOf");
function tracksOf(lanes) {
  const tracks = [];
  for (const lane of lanes) {
    const free = tracks.find((track) => endMs(track.at(-1)) <= beginMs(lane));
    if (free) free.push(lane);
    else tracks.push([lane]);
  }
  return tracks;
}
__name(tracksOf, "tracksOf");
var beginMs = /* @__PURE__ */ __name((lane) => lane?.stretches[0]?.fromMs ?? 0, "beginMs");
var endMs = /* @__PURE__ */ __name((lane) => lane?.end?.atMs ?? lane?.stretches.at(-1)?.toMs ?? 0, "endMs");
function colouredNodes(listed, lanes) {
  const others = new Set(lanes.map((lane) => lane.node).filter((node) => node !== ""));
  for (const node of listed) others.delete(node);
  return [...listed, ...[...others].toSorted()];
}
__name(colouredNodes, "colouredNodes");

// src/report/html/timeline-rows.ts
var TRACK = 27;
var GAP2 = 5;
var LETTERS2 = 20;
var LETTER_WIDTH = 6.4;
var DENSE_HEIGHT = 2400;
function rowsHeight(slots, isRoomy) {
  if (!isRoomy) return Math.ceil(slots.length * denseRow(slots) + GAP2);
  return slots.reduce((sum, slot) => sum + Math.max(1, slot.tracks.length) * TRACK + GAP2, GAP2);
}
__name(rowsHeight, "rowsHeight");
var denseRow = /* @__PURE__ */ __name((slots) => Math.min(12, Math.max(1, DENSE_HEIGHT / Math.max(1, slots.length))), "denseRow");
function roomyRows(slots, place2) {
  let y = place2.top + GAP2;
  return slots.map((slot) => {
    const top = y;
    y += Math.max(1, slot.tracks.length) * TRACK + GAP2;
    return html`<path class="rule" d="M0 ${top - GAP2 / 2}H${place2.at(Number.POSITIVE_INFINITY)}"/><text class="name" x="0" y="${top + 19}">${short2(slot.title)}</text>${slot.tracks.map((track, i) => drawnTrack(track, top + i * TRACK, place2))}
`;
  });
}
__name(roomyRows, "roomyRows");
function drawnTrack(track, top, { at, hueOf }) {
  let wordsEnd = 0;
  return track.map((lane) => {
    const x = at(beginMs(lane));
    const name = short2(lane.node, 14);
    const hasRoom = x >= wordsEnd;
    if (hasRoom) wordsEnd = x + name.length * LETTER_WIDTH + 8;
    const y = top + 13;
    const end = at(endMs(lane));
    return html`<g class="${hueOf(lane.node)}"><title>${told(lane)}</title>${hasRoom && html`<text class="node" x="${x}" y="${top + 9}">${name}</text>`}${lane.stretches.map(
      ({ kind, fromMs, toMs }) => {
        const width = Math.max(1.5, at(toMs) - at(fromMs));
        return kind === "running" ? html`<rect class="run ${lane.isNew ? "new" : "old"}" x="${at(fromMs)}" y="${y}" width="${width.toFixed(1)}" height="10" rx="2"/>` : html`<path class="wait" d="M${at(fromMs)} ${y + 5}h${width.toFixed(1)}"/>`;
      }
    )}${lane.end && (lane.end.isFailure ? html`<path class="cross" d="M${end - 4} ${y + 1}l8 8m0 -8l-8 8"/>` : html`<path class="stop" d="M${end} ${y - 2}v14"/>`)}</g>`;
  });
}
__name(drawnTrack, "drawnTrack");
function denseRows(slots, { left, top, at, hueOf }) {
  const row3 = denseRow(slots);
  const paths = /* @__PURE__ */ new Map();
  const add = /* @__PURE__ */ __name((kind, piece) => {
    const pieces = paths.get(kind);
    if (pieces) pieces.push(piece);
    else paths.set(kind, [piece]);
  }, "add");
  for (const [i, { tracks }] of slots.entries())
    for (const lane of tracks.flat()) {
      const y = (top + i * row3).toFixed(1);
      for (const { kind, fromMs, toMs } of lane.stretches) {
        const width = Math.max(0.5, at(toMs) - at(fromMs)).toFixed(1);
        const look = kind === "waiting" ? "pale" : lane.isNew ? "solid" : "faded";
        add(`${hueOf(lane.node)} ${look}`, `M${at(fromMs)} ${y}h${width}v${row3.toFixed(1)}h-${width}z`);
      }
      if (lane.end?.isFailure)
        add("end", `M${(at(lane.end.atMs) - 1.5).toFixed(1)} ${y}h3v${Math.max(row3, 2).toFixed(1)}h-3z`);
    }
  return html`${groups(slots).map(
    ({ service, from, to }) => html`<path class="rule" d="M0 ${(top + from * row3).toFixed(1)}H${left}"/><text class="name" x="0" y="${Math.round(top + from * row3 + 14)}">${short2(service)}</text><text x="0" y="${Math.round(top + from * row3 + 28)}">${`${to - from} slots`}</text>`
  )}${[...paths].map(([kind, pieces]) => html`<path class="dense ${kind}" d="${verbatim(pieces.join(""))}"/>`)}`;
}
__name(denseRows, "denseRows");
function groups(slots) {
  const found = [];
  for (const [i, { service }] of slots.entries()) {
    const last = found.at(-1);
    if (last?.service === service) last.to = i + 1;
    else found.push({ service, from: i, to: i + 1 });
  }
  return found;
}
__name(groups, "groups");
function told(lane) {
  const { title, node, isNew, end, stretches } = lane;
  const ran = stretches.find(({ kind }) => kind === "running");
  const said = [
    `${title}, ${isNew ? "new version" : "version before"}, on ${node || "no node"}`,
    ran ? `running after ${duration(ran.fromMs)}` : "never running",
    ...end ? [`${end.state} after ${duration(end.atMs)}`] : []
  ];
  return oneLine(said.join("; "));
}
__name(told, "told");
function short2(text, letters = LETTERS2) {
  const characters = [...oneLine(text)];
  return characters.length > letters ? `${characters.slice(0, letters - 1).join("")}\u2026` : characters.join("");
}
__name(short2, "short");

// src/report/html/timeline-picture.ts
var MOST_ROOMY = 60;
var MOST_NAMED_NODES = 18;
var LEFT2 = 150;
var WIDTH2 = 760;
var RIGHT = 30;
var AXIS = 26;
var STRIP = 34;
function timelinePicture(all, losses, nodes) {
  const { lanes, verdictMs, totalMs } = all;
  const slots = slotsOf(lanes);
  const isRoomy = slots.length <= MOST_ROOMY;
  const scale = utcTime([0, Math.max(1, totalMs)], [LEFT2, LEFT2 + WIDTH2]);
  const at = /* @__PURE__ */ __name((ms) => Math.round(scale(Math.min(ms, totalMs)) * 10) / 10, "at");
  const top = AXIS + (losses.length > 0 ? STRIP : 0);
  const place2 = { left: LEFT2, top, at, hueOf: /* @__PURE__ */ __name((node) => hue(Math.max(0, nodes.indexOf(node))), "hueOf") };
  const height = top + rowsHeight(slots, isRoomy);
  const width = LEFT2 + WIDTH2 + RIGHT;
  const hasWayBack = totalMs > verdictMs;
  const picture3 = html`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${spoken(lanes, losses)}">
${scale.ticks(8).map((date3) => tick(at(date3.getTime()), date3.getTime(), AXIS, height))}
${losses.length > 0 && strip(losses, at, top, height)}
${isRoomy ? roomyRows(slots, place2) : denseRows(slots, place2)}
${hasWayBack && html`<path class="verdict" d="M${at(verdictMs)} ${AXIS - 6}V${height}"/>`}
</svg>`;
  return html`<figure class="lanes"><div class="scroll${isRoomy ? "" : " tall"}" role="group" aria-label="Slots over time" tabindex="0">${picture3}</div>
<figcaption>${legend2(nodes, lanes, hasWayBack, losses.length > 0)}</figcaption></figure>`;
}
__name(timelinePicture, "timelinePicture");
var tick = /* @__PURE__ */ __name((x, ms, top, bottom) => html`<path class="grid" d="M${x} ${top - 6}V${bottom}"/><text x="${x}" y="${top - 12}" text-anchor="middle">${onAxis(ms)}</text>`, "tick");
var onAxis = /* @__PURE__ */ __name((ms) => ms === 0 ? "0" : duration(ms).replace(/\.0 s$/, " s").replace(/ min 0 s$/, " min"), "onAxis");
function strip(losses, at, top, height) {
  const base = top - 8;
  const lost = losses.filter((loss) => loss.failed > 0);
  const bars = lost.map(({ fromMs, toMs, sent, failed: failed2 }) => {
    const [x, width] = [at(fromMs), Math.max(1.5, at(toMs) - at(fromMs)).toFixed(1)];
    const tall = Math.max(2, Math.round(failed2 / Math.max(1, sent) * (STRIP - 12)));
    return html`<g><title>${`${duration(fromMs)} to ${duration(toMs)}: ${whole(failed2)} of ${count(sent, "request")} failed`}</title><rect class="wash" x="${x}" y="${top}" width="${width}" height="${height - top}"/><rect class="lost" x="${x}" y="${base - tall}" width="${width}" height="${tall}"/></g>`;
  });
  const failed = lost.reduce((sum, loss) => sum + loss.failed, 0);
  return html`<text class="name" x="0" y="${base}">Failed requests</text><path class="grid" d="M${LEFT2} ${base}H${LEFT2 + WIDTH2}"/>${failed === 0 && html`<text x="${LEFT2 + 6}" y="${base - 4}">none</text>`}${bars}`;
}
__name(strip, "strip");
function legend2(nodes, lanes, hasWayBack, hasLosses) {
  const used = new Set(lanes.map((lane) => lane.node));
  const named2 = nodes.map((name, i) => ({ name, hue: hue(i) })).filter(({ name }) => used.has(name));
  const more = named2.length - MOST_NAMED_NODES;
  return [
    ...named2.slice(0, MOST_NAMED_NODES).map((node) => html`<span><i class="dot ${node.hue}"></i>${oneLine(node.name)}</span>`),
    ...more > 0 ? [html`<span>and ${count(more, "node")} more</span>`] : [],
    key(html`<rect class="run new" y="1" width="24" height="9"/>`, "new version"),
    key(html`<rect class="run old" x=".75" y="1.75" width="22.5" height="7.5"/>`, "version before"),
    key(html`<path class="wait" d="M0 6H24"/>`, "not yet running"),
    key(html`<path class="cross" d="M8 2l8 8M16 2l-8 8"/>`, "failed"),
    ...hasLosses ? [key(html`<rect class="lost" y="1" width="24" height="10"/>`, "requests failed")] : [],
    ...hasWayBack ? [key(html`<path class="verdict" d="M12 0V12"/>`, "then the way back")] : []
  ];
}
__name(legend2, "legend");
var key = /* @__PURE__ */ __name((sign, words) => html`<span><svg class="key" viewBox="0 0 24 12" aria-hidden="true">${sign}</svg>${words}</span>`, "key");
function spoken(lanes, losses) {
  const failed = lanes.filter(({ end }) => end?.isFailure);
  const said = failed.slice(0, 5).map(({ title, node }) => `${oneLine(title)} on ${oneLine(node)}`);
  const lost = losses.reduce((sum, loss) => sum + loss.failed, 0);
  const requests = losses.length > 0 ? ` ${count(lost, "request")} failed meanwhile.` : "";
  return `${count(lanes.length, "task")} over time, ${failed.length} failed${said.length > 0 ? `: ${said.join(", ")}` : ""}.${requests} The table has every change.`;
}
__name(spoken, "spoken");

// src/report/html/timeline.ts
var MOST_ROWS4 = 500;
function timelineSection(deploy, nodes) {
  const changes = liveChanges(changesOf(deploy));
  if (changes.length === 0) return void 0;
  const all = lanesOf(deploy);
  const rows = changes.slice(0, MOST_ROWS4);
  const more = changes.length - rows.length;
  return section(
    "timeline",
    "Rollout",
    `${count(all.lanes.length, "task")}, ${count(changes.length, "change")} of state`,
    html`<div class="card">
${all.lanes.length > 0 && timelinePicture(all, lossesOf(deploy, all.totalMs), colouredNodes(nodes, all.lanes))}
<details class="changes"><summary>Every change${more > 0 && html`: the first ${whole(rows.length)}; timeline.json has them all`}</summary>${scrolling(
      "Changes of state",
      html`<table><thead><tr><th scope="col" class="number">After</th><th scope="col">What</th><th scope="col">Node</th><th scope="col">From</th><th scope="col">To</th><th scope="col">In its own words</th></tr></thead><tbody>${rows.map((change) => row(deploy, change))}
</tbody></table>`
    )}</details>
</div>`
  );
}
__name(timelineSection, "timelineSection");
function row(deploy, change) {
  const { kind, service, slot, node, from, to, message, error, part: part3 } = change;
  const name = withoutStack(service, deploy.stack);
  const what = kind === "task" ? `${name}.${slot}` : kind === "service" ? `service ${name}` : "node";
  const isBad = to === "failed" || to === "rejected";
  return html`
<tr class="${part3 === "deploy" ? "ahead" : "back"}"><td class="number">${(sinceStartMs(deploy, change) / 1e3).toFixed(1)} s</td><td>${what}</td><td>${node}</td><td>${from ?? ""}</td><td>${isBad ? html`<b class="failed">${to}</b>` : to}</td><td>${error || message}</td></tr>`;
}
__name(row, "row");

// src/report/html/traffic.ts
var MOST_ROWS5 = 200;
var MOST_LOADS = 20;
var MOST_FAILURES = 20;
function trafficSection(probe, loads) {
  if (!probe && loads.length === 0) return void 0;
  const planned = (probe?.planned ?? 0) + loads.reduce((sum, load) => sum + load.planned, 0);
  const failed = (probe?.failed ?? 0) + loads.reduce((sum, load) => sum + load.failed, 0);
  return section(
    "traffic",
    "Visitors",
    `${whole(failed)} of ${count(planned, "request")} failed`,
    html`${probe && probeCard(probe)}`,
    html`${loads.slice(0, MOST_LOADS).map(loadCard)}`
  );
}
__name(trafficSection, "trafficSection");
function probeCard(probe) {
  return html`<div class="card"><h3 class="inset">While the stack was rolled out</h3>
${latencyPicture(probe.latencyBuckets, "Time of good answers during the rollout")}
${scrolling(
    "Requests by node",
    html`<table>${head("Node")}<tbody>${probe.nodes.slice(0, MOST_ROWS5).map((node) => row2(node, html`<td class="number">${duration(node.longestGap.ms)}</td>`))}</tbody></table>`
  )}
${probe.phases.length > 1 && scrolling("Requests by phase", html`<table>${head("Phase", "Lasted")}<tbody>${probe.phases.slice(0, MOST_ROWS5).map((phase) => row2(phase, html`<td class="number">${duration(phase.toMs - phase.fromMs)}</td>`))}</tbody></table>`)}
${probe.firstFailures.length > 0 && html`<details class="changes"><summary>The first failures</summary><ul class="plain-list">${probe.firstFailures.slice(0, MOST_FAILURES).map(({ atMs, target, kind, detail }) => html`<li>after ${duration(atMs)}, ${oneLine(target)}: ${kind}: ${oneLine(detail)}</li>`)}</ul></details>`}
</div>`;
}
__name(probeCard, "probeCard");
var head = /* @__PURE__ */ __name((what, last = "Longest gap") => html`<thead><tr><th scope="col">${what}</th><th scope="col" class="number">Requests</th><th scope="col" class="number">Failed</th><th scope="col" class="number">p50 <small>ms</small></th><th scope="col" class="number">p95 <small>ms</small></th><th scope="col" class="number">p99 <small>ms</small></th><th scope="col" class="number">max <small>ms</small></th>${last !== "" && html`<th scope="col" class="number">${last}</th>`}</tr></thead>`, "head");
function row2({ name, planned, answered, failed, latencyMs }, last) {
  const { p50, p95, p99, max } = latencyMs;
  const cell = /* @__PURE__ */ __name((ms) => html`<td class="number">${answered > 0 ? ms.toFixed(1) : "\u2013"}</td>`, "cell");
  const lost = failed > 0 ? html`<b class="failed">${whole(failed)}</b> <small>${percent(failed, planned)}</small>` : html`0`;
  return html`
<tr><th scope="row">${oneLine(name)}</th><td class="number">${whole(planned)}</td><td class="number">${lost}</td>${[p50, p95, p99, max].map(cell)}${last}</tr>`;
}
__name(row2, "row");
function loadCard({ title, isVoid, latencyBuckets, targets, replicas }) {
  const replicaRows = replicas.map((each) => ({ ...each, planned: each.answered + each.failed }));
  return html`<div class="card"><h3 class="inset">${oneLine(title)}${isVoid && html` <span class="word inconclusive">the machine could not keep up</span>`}</h3>
${latencyPicture(latencyBuckets, "Time of good answers")}
${scrolling("Requests by node", html`<table>${head("Node", "")}<tbody>${targets.slice(0, MOST_ROWS5).map((each) => row2(each, html``))}</tbody></table>`)}
${replicaRows.length > 0 && scrolling("Requests by replica", html`<table>${head("Replica", "")}<tbody>${replicaRows.slice(0, MOST_ROWS5).map((each) => row2(each, html``))}</tbody></table>`)}
</div>`;
}
__name(loadCard, "loadCard");

// src/report/html/verdicts.ts
var MOST4 = 1e3;
var MOST_FIGURES = 40;
function verdictsSection(verify, attachments) {
  const { verdicts } = verify;
  if (verdicts.length === 0) return void 0;
  const isOpen = /* @__PURE__ */ __name(({ status }) => status === "fail" || status === "inconclusive", "isOpen");
  const shown = verdicts.length <= MOST4 ? verdicts : [...verdicts.filter(isOpen), ...verdicts.filter((each) => !isOpen(each))].slice(0, MOST4);
  const ids = elementIds(
    "check",
    shown.map((verdict) => verdict.id)
  );
  const evidence = new Map((attachments ?? []).map((file) => [file.file, file]));
  const more = verdicts.length - shown.length;
  return section(
    "checks",
    "Checks",
    counted(verdicts),
    filterBar(verdicts),
    html`<ol class="verdicts">${shown.map((verdict, i) => verdictItem(verdict, ids[i] ?? "", evidence))}</ol>`,
    html`${more > 0 && html`<p class="none">And ${whole(more)} more, in report.json.</p>`}`
  );
}
__name(verdictsSection, "verdictsSection");
var STATUSES = ["fail", "inconclusive", "pass", "skipped"];
function counted(verdicts) {
  const of = /* @__PURE__ */ __name((status) => verdicts.filter((verdict) => verdict.status === status).length, "of");
  return [
    `${whole(of("pass"))} of ${whole(verdicts.length)} passed`,
    ...of("fail") > 0 ? [`${whole(of("fail"))} failed`] : [],
    ...of("inconclusive") > 0 ? [`${whole(of("inconclusive"))} could not be measured`] : [],
    ...of("skipped") > 0 ? [`${whole(of("skipped"))} skipped`] : []
  ].join(", ");
}
__name(counted, "counted");
function filterBar(verdicts) {
  const used = STATUSES.map((status) => ({
    status,
    count: verdicts.filter((verdict) => verdict.status === status).length
  })).filter(({ count: count2 }) => count2 > 0);
  const choice = /* @__PURE__ */ __name((value3, words, count2) => html`<label><input type="radio" name="status" value="${value3}"${value3 === "" ? html` checked` : html``}><span>${words} <small>${whole(count2)}</small></span></label>`, "choice");
  return html`<div class="filter" id="filter" role="search" aria-label="Checks" hidden>
<fieldset><legend class="unseen">Which checks are shown</legend>${choice("", "All", verdicts.length)}${used.map(({ status, count: count2 }) => choice(status, STATUS_WORDS[status], count2))}</fieldset>
<label class="search"><span class="unseen">Search in checks</span><input type="search" id="search" placeholder="Search" aria-keyshortcuts="/" autocomplete="off" spellcheck="false"></label>
<p class="meta" id="shown" role="status"></p>
</div>`;
}
__name(filterBar, "filterBar");
function verdictItem(verdict, id, evidence) {
  const { status, title, kind, expected, observed, hint, hints = [] } = verdict;
  const isOpen = status === "fail" || status === "inconclusive";
  const ways = [...hint ? [hint] : [], ...isOpen ? hints : []];
  return html`
<li class="${status}" id="${id}" data-status="${status}">
<div class="title">${statusIcon(status)}<h3><a href="#${id}">${title}</a></h3><span class="meta"><code>${kind}</code><span>${timeOf(verdict)}</span></span><span class="word ${status}">${STATUS_WORDS[status]}</span></div>
<dl>
<div><dt>Expected</dt><dd>${expected}</dd></div>
<div><dt>Observed</dt><dd>${observed}</dd></div>
${ways.map((way) => html`<div class="hint"><dt>Way out</dt><dd>${withCode(way)}</dd></div>`)}
</dl>
${evidenceOf(verdict, evidence)}
</li>`;
}
__name(verdictItem, "verdictItem");
function evidenceOf({ figures: figures2, suite, compose, evidenceFile, tags = [], id }, evidence) {
  const file = evidenceFile === void 0 ? void 0 : evidence.get(`evidence/${evidenceFile}`);
  const rows = [
    ...Object.entries(figures2).slice(0, MOST_FIGURES).map(([name, value3]) => [name, html`${cutText(oneLine(String(value3)), 500)}`]),
    ...compose ? [["Stack file", place(compose)]] : [],
    ...suite ? [["Suite", place(suite)]] : [],
    ...tags.length > 0 ? [["Tags", html`${tags.join(", ")}`]] : [],
    ...file ? [["Measured", besideLink(file.file, file.file)]] : []
  ];
  if (rows.length === 0) return html``;
  return html`<details class="more"><summary>Evidence<span class="unseen"> of ${id}</span></summary><table class="evidence"><tbody>${rows.map(([name, value3]) => html`<tr><th scope="row">${cutText(oneLine(name), 100)}</th><td>${value3}</td></tr>`)}</tbody></table></details>`;
}
__name(evidenceOf, "evidenceOf");
var place = /* @__PURE__ */ __name(({ file, line: line2 }) => html`<code>${file}:${line2}</code>`, "place");
function timeOf({ durationMs, sharedWith = [] }) {
  return [
    duration(durationMs),
    ...sharedWith.length > 0 ? [`shared with ${sharedWith.join(", ")}`] : []
  ].join(", ");
}
__name(timeOf, "timeOf");
function withCode(hint) {
  return hint.split("`").map((part3, i) => i % 2 === 1 ? html`<code>${part3}</code>` : html`${part3}`);
}
__name(withCode, "withCode");

// src/report/html.ts
var hashOf = /* @__PURE__ */ __name((text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`, "hashOf");
var POLICY = `default-src 'none'; style-src ${hashOf(STYLE)}; script-src ${hashOf(SCRIPT)}; base-uri 'none'; form-action 'none'`;
function renderHtml(given) {
  const report = withinLimits(given);
  const { source, tool, status, engine } = report;
  const sections = sectionsOf(report);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${STATUS_WORDS[status]}: ${oneLine(titleOf(source))} · ${tool.name}</title>
<style>${verbatim(STYLE)}</style>
</head>
<body>
${masthead(report, sections)}
<main>
${sections.map((section2) => section2.markup)}
</main>
<footer><p>${tool.name} ${tool.version} on ${engine.title}. The same figures for programs: <code>report.json</code>.</p></footer>
<script>${verbatim(SCRIPT)}</script>
</body>
</html>
`.markup;
}
__name(renderHtml, "renderHtml");
function sectionsOf(report) {
  const { verify, deploy, nodes, phases, engine } = report;
  const lanes = deploy ? lanesOf(deploy).lanes : [];
  const names = colouredNodes(
    nodes.map((node) => node.name),
    lanes
  );
  const checks = verify && verdictsSection(verify, report.attachments);
  const stack = deploy && deploymentSection(deploy);
  const first = deploy && deploy.outcome !== "converged" ? [stack, checks] : [checks, stack];
  const sections = [
    ...first,
    deploy?.changes && changesSection(deploy.changes),
    deploy && timelineSection(deploy, names),
    verify && verify.nodes.length > 0 && answersSection(verify.nodes, engine.hasMesh),
    trafficSection(deploy?.probe, verify?.loads ?? []),
    ...(verify?.isolation ?? []).slice(0, 10).map((matrix, i) => isolationSection(matrix, i)),
    imagesSection(report),
    standInsSection(report),
    swarmSection(report, lanes, names),
    engineLogsSection(report.engineLogs),
    phases.length > 0 && phasesSection(phases),
    attachmentsSection(report)
  ];
  return sections.filter((section2) => typeof section2 === "object");
}
__name(sectionsOf, "sectionsOf");
export {
  renderHtml
};
