/** The VM's sshd: one key opens it, and it forwards from here to there only. */
export const SSHD_CONFIG = `Port 22
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
`
