/** How often something may be tried: people share addresses, so an address only counts against a machine that tries everything. */
export const limits = {
  /** wrong passwords of one account, in 15 minutes */
  signInTries: 10,
  /** wrong passwords from one address, in 15 minutes */
  addressTries: 1000,
  /** accounts asked for from one address, in an hour: a whole fair that registers at the door must pass */
  registrations: 3000,
  /** links tried in vain from one address, in a minute: a guess has 2^192 to choose from, this only tells a machine to stop */
  linkTries: 120,
  /** queues joined by one person, in a minute: the fair has a hundred stands at most */
  joins: 120,
}
