import { START_CONTAINERD } from './start-containerd.ts'

/**
 * PID 1 of the VM: mounts, modules, the bridge, sshd and one dockerd. NET arrives on the kernel's command line,
 * as `NET=10.79.0`, and so in PID 1's environment.
 */
export const VM_INIT = `#!/bin/bash
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
`
