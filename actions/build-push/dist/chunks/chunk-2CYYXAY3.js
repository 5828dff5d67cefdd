import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  VM_NETWORK
} from "./chunk-NZH7S4NC.js";
import {
  SwarmlineError
} from "./chunk-MKZ6VXLF.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/engine/vm/files.ts
import { access } from "node:fs/promises";
import { join } from "node:path";
function filesOf(recipe, cacheDir) {
  const folder = join(vmCache(cacheDir), recipe.key);
  return {
    key: recipe.key,
    suite: recipe.suite,
    folder,
    kernelPath: join(folder, "vmlinux"),
    initrdPath: join(folder, "initrd.gz"),
    diskPath: join(folder, "root.ext4")
  };
}
__name(filesOf, "filesOf");
function isBuilt(files) {
  return access(files.folder).then(
    () => true,
    () => false
  );
}
__name(isBuilt, "isBuilt");
function vmCache(cacheDir) {
  return join(cacheDir, "vm");
}
__name(vmCache, "vmCache");

// src/engine/vm/tools.ts
var MKE2FS = "/usr/sbin/mke2fs";
var QEMU = "qemu-system-x86_64";
var TO_RUN = [
  { program: QEMU, probe: ["--version"], debianPackage: "qemu-system-x86" },
  { program: "qemu-img", probe: ["--version"], debianPackage: "qemu-utils" },
  { program: "ssh", probe: ["-V"], debianPackage: "openssh-client" },
  { program: "ssh-keygen", probe: ["-?"], debianPackage: "openssh-client" }
];
var TO_BUILD = [
  ...TO_RUN,
  { program: "mmdebstrap", probe: ["--version"], debianPackage: "mmdebstrap" },
  { program: MKE2FS, probe: ["-V"], debianPackage: "e2fsprogs" },
  { program: "dpkg-deb", probe: ["--version"], debianPackage: "dpkg" },
  { program: "xz", probe: ["--version"], debianPackage: "xz-utils" }
];
var TOOLS_WITHOUT_ROOT = [
  { program: "fakeroot", probe: ["--version"], debianPackage: "fakeroot" },
  { program: "newuidmap", probe: [], debianPackage: "uidmap" }
];
async function missingPackages(fx, purpose = "build") {
  const forBuild = isRoot() ? TO_BUILD : [...TO_BUILD, ...TOOLS_WITHOUT_ROOT];
  const wanted = purpose === "run" ? TO_RUN : forBuild;
  const isHere = await Promise.all(wanted.map((tool) => answers(tool, fx)));
  return [...new Set(wanted.filter((_, i) => !isHere[i]).map((tool) => tool.debianPackage))];
}
__name(missingPackages, "missingPackages");
async function requireTools(fx, purpose) {
  const packages = await missingPackages(fx, purpose);
  if (packages.length > 0)
    throw new SwarmlineError(
      "missing-tool",
      `the VM needs Debian packages that are not installed: ${packages.join(", ")}`,
      { hint: `install them with: apt-get install ${packages.join(" ")}` }
    );
}
__name(requireTools, "requireTools");
function isRoot() {
  return process.getuid?.() === 0;
}
__name(isRoot, "isRoot");
async function answers(tool, fx) {
  try {
    await fx.exec(tool.program, tool.probe, { isChecked: false, timeoutMs: 6e4 });
    return true;
  } catch (error) {
    if (error instanceof SwarmlineError && error.code === "missing-tool") return false;
    throw error;
  }
}
__name(answers, "answers");

// src/engine/vm/acceleration.ts
import { access as access2, constants, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { release } from "node:os";
import { join as join2 } from "node:path";

// src/engine/vm/guest/initrd-init.ts
var PROBE_WORDS = "swarmline-probe-passed";
var INITRD_INIT = `#!/bin/sh
B=/bin/busybox
$B mount -t devtmpfs dev /dev
if [ "$PROBE" = 1 ]; then
  echo ${PROBE_WORDS} > /dev/console
  $B poweroff -f
fi
$B insmod /virtio_blk.ko
tries=0
while [ ! -b /dev/vda ] && [ $tries -lt 200 ]; do $B sleep 0.05; tries=$((tries + 1)); done
$B mount -t ext4 -o noatime /dev/vda /root || { echo "no disk" > /dev/console; $B poweroff -f; }
$B mount -t tmpfs -o mode=755 run /root/run
$B mkdir -p -m 700 /root/run/ssh
$B cp /keys/host_key /keys/authorized_keys /root/run/ssh/
$B chmod 600 /root/run/ssh/host_key /root/run/ssh/authorized_keys
$B mount --move /dev /root/dev
exec $B switch_root /root /usr/sbin/vm-init
`;

// src/engine/vm/machine.rules.ts
import { createHash } from "node:crypto";
function qemuArguments(machine, files, disk, paths, start) {
  const { prefix, gateway, resolver, vm, hostPrefix } = VM_NETWORK;
  const netdev = `user,id=net,restrict=on,ipv6=off,net=${prefix}.0/24,host=${gateway},dns=${resolver},hostfwd=tcp:${hostPrefix}.2:0-${vm}:22`;
  return [
    ...processorArguments(machine),
    ...["-kernel", files.kernelPath, "-initrd", paths.initrd],
    ...["-append", kernelCommandLine(machine.acceleration)],
    ...["-rtc", "base=utc,clock=host", "-device", "virtio-rng-pci", "-device", "vmgenid,guid=auto"],
    ...["-blockdev", JSON.stringify(blockNode(disk)), "-device", `virtio-blk-pci,drive=${topNode(disk)}`],
    ...["-blockdev", JSON.stringify(stockNode(disk.stock)), "-device", "virtio-blk-pci,drive=stock"],
    ...["-netdev", netdev, "-device", "virtio-net-pci,netdev=net,romfile="],
    ...["-chardev", `file,id=console,path=${escaped(paths.console)}`, "-serial", "chardev:console"],
    ...["-qmp", `unix:${escaped(paths.qmp)},server=on,wait=off`],
    ...["-daemonize", "-pidfile", paths.pid],
    ...start === "restore" ? ["-incoming", "defer"] : []
  ];
}
__name(qemuArguments, "qemuArguments");
function processorArguments(machine) {
  const accelerators = {
    kvm: "kvm",
    hvf: "hvf",
    tcg: "tcg,thread=multi,tb-size=1024"
  };
  const processor = machine.acceleration === "tcg" ? "max,-avx,-avx2,-fma,-f16c,-la57" : "host";
  return [
    ...["-machine", "q35", "-accel", accelerators[machine.acceleration], "-cpu", processor],
    ...["-smp", String(machine.cpus), "-m", `${machine.memoryMb}M`],
    ...["-nodefaults", "-no-user-config", "-no-reboot", "-display", "none"]
  ];
}
__name(processorArguments, "processorArguments");
function kernelCommandLine(acceleration) {
  const emulated = "mitigations=off nokaslr tsc=reliable no_timer_check ";
  return `console=ttyS0 quiet panic=-1 random.trust_cpu=on ${acceleration === "tcg" ? emulated : ""}NET=${VM_NETWORK.prefix}`;
}
__name(kernelCommandLine, "kernelCommandLine");
function fingerprintOf(machine, files, qemuVersion2) {
  const nowhere = { initrd: "", console: "", qmp: "", pid: "" };
  const args = qemuArguments(machine, { ...files, kernelPath: "" }, { base: "", layers: [] }, nowhere, "boot");
  return createHash("sha256").update(JSON.stringify([qemuVersion2, files.key, args])).digest("hex").slice(0, 16);
}
__name(fingerprintOf, "fingerprintOf");
function topNode(disk) {
  return `disk${disk.layers.length}`;
}
__name(topNode, "topNode");
function blockNode(disk) {
  const cache = { direct: false, "no-flush": true };
  const file = /* @__PURE__ */ __name((filename) => ({ driver: "file", filename }), "file");
  const base = { driver: "raw", "node-name": "disk0", "read-only": true, file: file(disk.base) };
  return disk.layers.reduce(
    (backing, path, i) => ({
      driver: "qcow2",
      "node-name": `disk${i + 1}`,
      "read-only": i < disk.layers.length - 1,
      discard: "unmap",
      cache,
      file: file(path),
      backing
    }),
    base
  );
}
__name(blockNode, "blockNode");
function stockNode(stock) {
  const common = { "node-name": "stock", "read-only": true };
  return stock === void 0 ? { ...common, driver: "null-co", size: 1 << 20, "read-zeroes": true } : { ...common, driver: "raw", file: { driver: "file", filename: stock } };
}
__name(stockNode, "stockNode");
function escaped(path) {
  return path.replaceAll(",", ",,");
}
__name(escaped, "escaped");

// src/engine/vm/acceleration.ts
var PROBE_DEADLINE_MS = 3e4;
async function probeAcceleration(request, fx) {
  const candidate = process.platform === "darwin" ? "hvf" : "kvm";
  if (candidate === "kvm") {
    const obstacle = await kvmObstacle();
    if (obstacle) return { acceleration: "tcg", reason: obstacle, isProved: true };
  }
  const memory = join2(vmCache(request.cacheDir), "acceleration.json");
  const here = await identityOfHere(fx);
  const known = await recall(memory, here);
  if (known) return known;
  if (!request.files)
    return { acceleration: "tcg", reason: `${candidate} is there, but was not tried yet`, isProved: false };
  const files = request.files;
  const finding = await fx.log.step(`does ${candidate} boot a kernel?`, async (update) => {
    const found = await tryIt(candidate, files, fx);
    update(found.reason);
    return found;
  });
  await mkdir(vmCache(request.cacheDir), { recursive: true, mode: 448 });
  await writeFile(memory, JSON.stringify({ here, finding }));
  return finding;
}
__name(probeAcceleration, "probeAcceleration");
async function forgetAcceleration(cacheDir) {
  await rm(join2(vmCache(cacheDir), "acceleration.json"), { force: true });
}
__name(forgetAcceleration, "forgetAcceleration");
async function qemuVersion(fx) {
  return (await fx.exec(QEMU, ["--version"])).stdout.split("\n")[0] ?? "";
}
__name(qemuVersion, "qemuVersion");
async function tryIt(candidate, files, fx) {
  const started = fx.clock.now();
  const said = await bootProbe(candidate, files, fx);
  const seconds = ((fx.clock.now() - started) / 1e3).toFixed(1);
  return said.includes(PROBE_WORDS) ? { acceleration: candidate, reason: `a kernel booted in ${seconds} s`, isProved: true } : { acceleration: "tcg", reason: `${candidate} is there, but no kernel boots with it`, isProved: true };
}
__name(tryIt, "tryIt");
async function bootProbe(candidate, files, fx) {
  const args = [
    ...processorArguments({ acceleration: candidate, memoryMb: 256, cpus: 1 }),
    ...["-kernel", files.kernelPath, "-initrd", files.initrdPath],
    ...["-append", `${kernelCommandLine(candidate)} PROBE=1`, "-serial", "stdio"]
  ];
  try {
    const ended = await fx.exec(QEMU, args, {
      isChecked: false,
      timeoutMs: PROBE_DEADLINE_MS,
      signal: fx.signal
    });
    return ended.stdout;
  } catch (error) {
    if (error instanceof SwarmlineError && error.code === "timed-out") return "";
    throw error;
  }
}
__name(bootProbe, "bootProbe");
async function kvmObstacle() {
  try {
    await access2("/dev/kvm", constants.R_OK | constants.W_OK);
    return void 0;
  } catch (error) {
    return error.code === "ENOENT" ? "there is no /dev/kvm" : "this user cannot open /dev/kvm";
  }
}
__name(kvmObstacle, "kvmObstacle");
async function identityOfHere(fx) {
  const boot = await readFile("/proc/sys/kernel/random/boot_id", "utf8").catch(() => "");
  return [release(), boot.trim(), await qemuVersion(fx)].join(" ");
}
__name(identityOfHere, "identityOfHere");
async function recall(memory, here) {
  const text = await readFile(memory, "utf8").catch(() => void 0);
  if (text === void 0) return void 0;
  const known = JSON.parse(text);
  return known.here === here ? known.finding : void 0;
}
__name(recall, "recall");

// src/engine/vm/recipe.rules.ts
import { createHash as createHash2 } from "node:crypto";

// src/engine/vm/guest/finish-root.ts
var FINISH_ROOT = `#!/bin/sh
set -eu
root=$1
export APT_CONFIG="$MMDEBSTRAP_APT_CONFIG"
rm "$0"
cd "$root/boot"

meta=linux-image-cloud-$(dpkg --root="$root" --print-architecture)
package=$(apt-cache depends "$meta" | sed -n 's/^ *Depends: \\(linux-image-[0-9].*\\)$/\\1/p' | head -n 1)
[ -n "$package" ] || { echo "E: $meta names no kernel" >&2; exit 100; }
apt-get -o APT::Sandbox::User=root download "$package"
dpkg-deb -x "$package"_*.deb kernel
rm "$package"_*.deb
mv kernel/boot/vmlinuz-* vmlinuz
from=$(echo kernel/usr/lib/modules/* kernel/lib/modules/* | tr ' ' '\\n' | grep -v '\\*' | head -n 1)
version=\${from##*/}
to=$root/usr/lib/modules/$version
mkdir -p "$to"
cp "$from"/modules.builtin* "$from"/modules.order "$to/"
# Modules of a VM that routes packets and stores layers; unpacked here, because unpacking is slow in emulation.
for part in net lib crypto arch fs/overlayfs drivers/net drivers/block drivers/virtio drivers/char; do
  [ -d "$from/kernel/$part" ] || continue
  mkdir -p "$to/kernel/$part"
  cp -r "$from/kernel/$part/." "$to/kernel/$part/"
done
rm -rf kernel
find "$to" -name '*.ko.xz' -print0 | xargs -0 -r -P "$(nproc)" -n 32 xz -d
find "$to" -name '*.ko.zst' -print0 | xargs -0 -r -P "$(nproc)" -n 32 zstd -q -d --rm
chroot "$root" depmod "$version"
cp "$(find "$to" -name virtio_blk.ko)" "$root/usr/bin/busybox" .

# Swarm's engine speaks the old tables' language faster, and its modules are the ones that are loaded.
for tool in iptables ip6tables; do chroot "$root" update-alternatives --set $tool /usr/sbin/$tool-legacy; done
chmod 755 "$root/usr/sbin/vm-init" "$root/usr/sbin/node-init"
chmod 644 "$root/etc/ssh/swarmline.conf"
rm -f "$root"/etc/ssh/ssh_host_* "$root/etc/resolv.conf"
# Also the addresses and proxies of this machine's archive: they are nobody's business inside.
rm -rf "$root"/etc/apt/sources.list* "$root"/etc/apt/apt.conf.d/99mmdebstrap
rm -rf "$root"/usr/share/perl "$root"/usr/share/i18n "$root"/usr/share/zoneinfo "$root"/usr/lib/*/gconv
`;

// src/engine/vm/guest/start-containerd.ts
var START_CONTAINERD = `
containerd=/run/containerd/engine.sock
mkdir -p /run/containerd
cat > /run/containerd/engine.toml << 'CONFIG'
version = 2
root = "/var/lib/docker/containerd/daemon"
state = "/run/containerd/engine"
disabled_plugins = ["io.containerd.grpc.v1.cri"]
[grpc]
  address = "/run/containerd/engine.sock"
CONFIG
while :; do containerd --config /run/containerd/engine.toml --log-level warn; sleep 1; done &
until [ -S $containerd ]; do sleep 0.1; done
`;

// src/engine/vm/guest/node-init.ts
var NODE_INIT = `#!/bin/bash
rm -f /run/docker.pid /var/run/docker.pid
mkdir -p /sys/fs/cgroup/init
while read -r process; do
  echo "$process" > /sys/fs/cgroup/init/cgroup.procs
done < /sys/fs/cgroup/cgroup.procs 2>/dev/null
read -r -a controllers < /sys/fs/cgroup/cgroup.controllers
for controller in "\${controllers[@]}"; do
  echo "+$controller" > /sys/fs/cgroup/cgroup.subtree_control
done 2>/dev/null
mount --make-rshared /
export DOCKER_RAMDISK=1${START_CONTAINERD}exec tini -- "$@" --containerd=$containerd
`;

// src/engine/vm/guest/sshd-config.ts
var SSHD_CONFIG = `Port 22
HostKey /run/ssh/host_key
AuthorizedKeysFile /run/ssh/authorized_keys
PermitRootLogin prohibit-password
AuthenticationMethods publickey
UsePAM no
UseDNS no
StrictModes no
X11Forwarding no
AllowAgentForwarding no
AllowTcpForwarding local
AllowStreamLocalForwarding local
MaxSessions 256
ClientAliveInterval 15
ClientAliveCountMax 2
PrintMotd no
`;

// src/engine/vm/guest/vm-init.ts
var VM_INIT = `#!/bin/bash
export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root
say() { read -r up _ < /proc/uptime; echo "vm-init [$up] $*"; }

mount -t proc proc /proc
mount -t sysfs sys /sys
mountpoint -q /dev || mount -t devtmpfs dev /dev
mkdir -p /dev/pts /dev/shm /dev/mqueue
mount -t devpts devpts /dev/pts
mount -t tmpfs shm /dev/shm
mount -t mqueue mqueue /dev/mqueue
mountpoint -q /run || mount -t tmpfs -o mode=755 run /run
mount -t tmpfs tmp /tmp
mount -t cgroup2 cgroup2 /sys/fs/cgroup
ln -sf /proc/self/fd /dev/fd
ln -sf fd/0 /dev/stdin; ln -sf fd/1 /dev/stdout; ln -sf fd/2 /dev/stderr
mount --make-rshared /
mkdir -p /data
say mounted

# What the VM is stocked with lies as an archive on the second disk: layers are unpacked here, and nothing is hashed.
stock() {
  [ "$(dd if=/dev/vdb bs=1 skip=257 count=5 2> /dev/null)" = ustar ] || return 0
  mkdir -p /data/stock && cd /data/stock && tar -xf /dev/vdb || return
  while read -r layer blob; do
    mkdir "template/overlay2/$layer/diff" || return
    tar -xpf "registry/$blob" -C "template/overlay2/$layer/diff" --numeric-owner || return
  done < layers
  mv template registry /data/
}
{ stock || echo "stock: not unpacked"; rm -rf /data/stock; } &
stock=$!

# Everything that a swarm's overlay, ingress and iptables need: a node in a container cannot load modules itself.
modprobe -a virtio_net virtio_rng overlay bridge br_netfilter veth vxlan dummy ip_vs ip_vs_rr xt_ipvs \\
  ip_tables iptable_filter iptable_nat iptable_mangle xt_conntrack xt_addrtype xt_mark xt_MASQUERADE \\
  xt_comment xt_nat xt_REDIRECT xt_tcpudp xt_u32 nf_conntrack_netlink
say "modules loaded"

hostname swarmline-vm
# Docker Hub cannot be reached from here: so a missing image fails at once, not after a resolver's time-outs.
cat > /etc/hosts <<HOSTS
127.0.0.1 localhost swarmline-vm
127.0.0.1 docker.io index.docker.io registry-1.docker.io auth.docker.io
HOSTS
echo "nameserver $NET.2" > /etc/resolv.conf
sysctl -qw net.ipv4.ip_forward=1 net.bridge.bridge-nf-call-iptables=0 \\
  fs.inotify.max_user_instances=8192 fs.inotify.max_user_watches=524288

# One bridge holds the uplink and the nodes. The uplink NATs whatever reaches it, so a frame for a dead node must
# not be flooded there: unknown addresses stay inside, the uplink's own two (.1 gateway, .3 names) are fixed.
for uplink in /sys/class/net/e*; do uplink=\${uplink##*/}; done
ip link set lo up
ip link add br0 type bridge forward_delay 0
ip link set "$uplink" up master br0
ip link set br0 up
ip addr add "$NET.2/24" dev br0
ip route add default via "$NET.1"
bridge link set dev "$uplink" flood off mcast_flood off
IFS=. read -r a b c <<< "$NET"
for host in 1 3; do
  bridge fdb replace "$(printf '52:55:%02x:%02x:%02x:%02x' "$a" "$b" "$c" "$host")" dev "$uplink" master static
done
# The one rule that builds need (docker0 to the registry on br0); dockerd's own are off, which saves seconds.
iptables -t nat -A POSTROUTING -s 172.30.0.0/24 -o br0 -j MASQUERADE

read -r -a controllers < /sys/fs/cgroup/cgroup.controllers
echo "\${controllers[@]/#/+}" > /sys/fs/cgroup/cgroup.subtree_control
mkdir -p /run/sshd /run/nodes
/usr/sbin/sshd -f /etc/ssh/swarmline.conf -E /run/sshd.log
say "sshd started"

# Whoever finds the engine finds what the VM is stocked with. Both at once would fight for the disk.
wait $stock
say "stock unpacked"

export DOCKER_RAMDISK=1
{${START_CONTAINERD}} 2>> /var/log/containerd.log
dockerd -H unix:///run/docker.sock --containerd=$containerd \\
  --bip 172.30.0.1/24 --iptables=false --ip6tables=false --userland-proxy=false \\
  --add-runtime crun=/usr/bin/crun --default-runtime crun \\
  --insecure-registry "http://$NET.5:5000" --insecure-registry "http://$NET.6:5000" \\
  --registry-mirror "http://$NET.6:5000" > /var/log/dockerd.log 2>&1 &
engine=$!
until [ -S /run/docker.sock ] || ! kill -0 $engine 2>/dev/null; do sleep 0.1; done
say "engine started"
wait $engine
say "engine ended: $(tail -n 1 /var/log/dockerd.log)"
while :; do sleep 3600 & wait $!; done
`;

// src/engine/vm/recipe.rules.ts
var DISK_BYTES = 24 * 1024 ** 3;
var PACKAGES = [
  "docker.io",
  // Starts a container, and each of its health checks, at a tenth of runc's cost: it counts where all is emulated.
  "crun",
  "tini",
  "iptables",
  "iproute2",
  "kmod",
  "mount",
  "hostname",
  "procps",
  "ca-certificates",
  "openssh-server",
  "busybox-static"
];
var GUEST_FILES = {
  "usr/sbin/vm-init": VM_INIT,
  "usr/sbin/node-init": NODE_INIT,
  "etc/ssh/swarmline.conf": SSHD_CONFIG
};
function recipeOf(suite) {
  const hasClientPackage = !["buster", "bullseye", "bookworm"].includes(suite);
  const packages = hasClientPackage ? [...PACKAGES, "docker-cli"] : PACKAGES;
  const parts = JSON.stringify([suite, packages, GUEST_FILES, FINISH_ROOT, INITRD_INIT, DISK_BYTES]);
  const digest = createHash2("sha256").update(parts).digest("hex");
  return {
    suite,
    packages,
    isHardened: !["sid", "unstable", "experimental"].includes(suite),
    key: `${suite}-${digest.slice(0, 12)}`
  };
}
__name(recipeOf, "recipeOf");

export {
  filesOf,
  isBuilt,
  vmCache,
  INITRD_INIT,
  qemuArguments,
  fingerprintOf,
  topNode,
  MKE2FS,
  QEMU,
  missingPackages,
  requireTools,
  isRoot,
  probeAcceleration,
  forgetAcceleration,
  FINISH_ROOT,
  DISK_BYTES,
  GUEST_FILES,
  recipeOf
};
