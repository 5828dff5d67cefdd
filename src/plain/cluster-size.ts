/** How large a cluster may be: managers vote, and the addresses of nodes begin at .11 of one network. */
export const MOST_MANAGERS = 7
export const MOST_NODES = 20
