/**
 * What apt is told is already installed: packages that others need for their maintainer scripts, their man
 * pages' sake, or for logging in. No such script runs here, so leaving them out (and all that only they need)
 * makes an image a third of its size. A package that is asked for by name is never assumed.
 */
const ASSUMED = [
  'adduser',
  'base-passwd',
  'debconf',
  'debianutils',
  'dpkg',
  'fonts-glyphicons-halflings',
  'init-system-helpers',
  'javascript-common',
  'libcap2-bin',
  'libjs-bootstrap',
  'libjs-bootstrap4',
  'libjs-eonasdan-bootstrap-datetimepicker',
  'libjs-jquery',
  'libjs-jquery-hotkeys',
  'libjs-moment',
  'libjs-moment-timezone',
  'libjs-mustache',
  'libjs-popper.js',
  'libjs-rickshaw',
  'libsasl2-modules-db',
  'lsb-base',
  'mount',
  'openssl',
  'openssl-provider-legacy',
  'passwd',
  'perl',
  'perl-base',
  'php-common',
  'procps',
  'psmisc',
  'sensible-utils',
  'sysvinit-utils',
  'ucf'
] as const

/** A dpkg status file that claims the assumed packages, save those that `wanted` names. */
export function assumedStatus(wanted: readonly string[]): string {
  return ASSUMED.filter(name => !wanted.includes(name))
    .map(name =>
      [
        `Package: ${name}`,
        'Status: install ok installed',
        'Architecture: all',
        'Multi-Arch: foreign',
        'Version: 9999:0',
        'Maintainer: nobody <nobody@localhost>',
        'Description: assumed\n'
      ].join('\n')
    )
    .join('\n')
}
