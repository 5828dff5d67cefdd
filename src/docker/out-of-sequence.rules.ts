/**
 * The swarm's words for a write with a version that somebody else's write has made an old one, also the swarm's own:
 * read again, and write again (moby#39891).
 */
export const OUT_OF_SEQUENCE = /out of sequence/i
