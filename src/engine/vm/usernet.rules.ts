/** A port of this machine that QEMU's user network hands on. */
export type HostForward = { host: string; port: number; guestHost: string; guestPort: number }

/** Reads the forwardings out of what QEMU's monitor answers to `info usernet` (a table for people). */
export function parseForwards(table: string): HostForward[] {
  return [...table.matchAll(/TCP\[HOST_FORWARD\]\s+\d+\s+([\d.]+)\s+(\d+)\s+([\d.]+)\s+(\d+)/g)].map(
    ([, host = '', port, guestHost = '', guestPort]) => ({
      host,
      port: Number(port),
      guestHost,
      guestPort: Number(guestPort)
    })
  )
}
