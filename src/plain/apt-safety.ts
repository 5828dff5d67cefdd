/**
 * What makes apt take packages that nobody vouches for, switched off whatever the machine's configuration says: ours comes
 * after it and counts. That an old index may be used (`Acquire::Check-Valid-Until`) stays the machine's decision: a mirror
 * in a network of its own has no newer one, and its signatures are checked all the same.
 */
export const APT_SAFETY: Readonly<Record<string, string>> = {
  'Acquire::AllowInsecureRepositories': 'false',
  'Acquire::AllowWeakRepositories': 'false',
  'Acquire::AllowDowngradeToInsecureRepositories': 'false',
  'APT::Get::AllowUnauthenticated': 'false',
  'APT::Get::Force-Yes': 'false',
  'Acquire::https::Verify-Peer': 'true',
  'Acquire::https::Verify-Host': 'true'
}
