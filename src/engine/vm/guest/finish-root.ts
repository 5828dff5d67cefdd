/**
 * Runs as mmdebstrap's last hook with the new root as $1, as root of that tree: the kernel (fetched and verified
 * by the tree's own apt), its modules, our programs, and away with what a VM of ours never reads. Leaves in
 * /boot what the initrd is made of.
 */
export const FINISH_ROOT = `#!/bin/sh
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
`
