/** The VM's network, 10.79.0.0/24: fixed, because the programs in the VM's image know it too. */
export const VM_NETWORK = {
  prefix: '10.79.0',
  subnet: '10.79.0.0/24',
  /** QEMU's own: the gateway that leads nowhere (restrict=on), and the resolver. */
  gateway: '10.79.0.1',
  resolver: '10.79.0.3',
  /** The VM: the gateway of its containers. */
  vm: '10.79.0.2',
  /** Where this machine reaches `10.79.0.N`: `127.77.0.N`. Loopback, so nobody else does. */
  hostPrefix: '127.77.0'
} as const

/**
 * The loopback address that stands for an address of the VM's network.
 *
 * @returns `undefined` when the address is not of that network, or QEMU's own
 */
export function loopbackOf(address: string): string | undefined {
  const [, last] = /^10\.79\.0\.(\d{1,3})$/.exec(address) ?? []
  const host = Number(last)
  return last !== undefined && host >= 2 && host <= 254 && host !== 3
    ? `${VM_NETWORK.hostPrefix}.${host}`
    : undefined
}
