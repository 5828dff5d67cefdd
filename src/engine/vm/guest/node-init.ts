import { START_CONTAINERD } from './start-containerd.ts'

/**
 * Entry of a node container, whose /usr is the VM's own, read only. It moves the container's processes into a
 * child cgroup, so that the controllers can be handed on to the node's containers, and becomes the engine.
 */
export const NODE_INIT = `#!/bin/bash
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
`
