/**
 * How long each person of a line waits for a poste: whoever is first takes the one that is free first, and so on.
 * @param free the seconds until each poste is free, in any order
 * @param stays the seconds that each of those who wait is to stay, in the order of the line
 * @returns seconds, one for each of those who wait; null for all when there is no poste
 */
export function expectedWaits(free: number[], stays: number[]): (number | null)[] {
  const next = free.toSorted((a, b) => a - b)
  return stays.map((stay) => {
    const soonest = next.shift()
    if (soonest === undefined) return null
    next.push(soonest + stay)
    next.sort((a, b) => a - b)
    return soonest
  })
}
