/** A fault of an engine's version that matters to a swarm, by its public name. */
export type KnownFault = { name: string; text: string; hint: string }

type Version = readonly number[]

/** The three numbers of `29.8.2`, `28.5.2+dfsg4`; `undefined` for anything else. */
const numbersOf = (version: string): Version | undefined =>
  /^(\d+)\.(\d+)\.(\d+)/.exec(version)?.slice(1).map(Number)

function isBefore(version: Version, other: Version): boolean {
  const at = other.findIndex((number, i) => number !== version[i])
  return at >= 0 && (version[at] ?? 0) < (other[at] ?? 0)
}

/** Which of the faults that are known an engine of this version has. Distributions may have mended them in older ones. */
export function knownFaults(version: string): KnownFault[] {
  const own = numbersOf(version)
  if (!own) return []
  const faults: KnownFault[] = []
  if (isBefore(own, [29, 8, 2])) {
    faults.push({
      name: 'CVE-2026-92543',
      text: 'a registry whose name has mixed DNS answers may be spoken to without TLS',
      hint: 'update to Docker Engine 29.8.2 or later'
    })
    // The fix was also made for 25.0.
    if (!(own[0] === 25 && !isBefore(own, [25, 0, 19])))
      faults.push({
        name: 'CVE-2026-92542',
        text: 'encrypted overlay networks can be read',
        hint: 'update to Docker Engine 29.8.2 or 25.0.19, or later'
      })
  }
  return faults
}

const SWARM_WITH_NFTABLES: Version = [29, 6, 0]

/** Why an engine with this firewall cannot be in a swarm as it is; `undefined`: it can. */
export function firewallFault(version: string, driver: string | undefined): KnownFault | undefined {
  if (driver === undefined || !/^nftables/.test(driver)) return undefined
  const own = numbersOf(version)
  const hasFeature = own !== undefined && !isBefore(own, SWARM_WITH_NFTABLES)
  return {
    name: 'nftables',
    text: 'its firewall is nftables, with which a swarm is refused',
    hint: hasFeature
      ? 'set "firewall-backend": "iptables" in daemon.json, or try "features": {"swarm-nftables": true}'
      : 'set "firewall-backend": "iptables" in daemon.json'
  }
}
