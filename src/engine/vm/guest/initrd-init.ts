/** What stands on the console when a probe of the acceleration has come as far as a running program. */
export const PROBE_WORDS = 'swarmline-probe-passed'

/**
 * The initrd's program: mounts the disk, hands over the keys (a second archive, appended for each VM, brings
 * them) and becomes the VM's init. With PROBE=1 on the command line it only proves that a program runs.
 */
export const INITRD_INIT = `#!/bin/sh
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
`
