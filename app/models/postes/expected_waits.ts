type Span = readonly [from: number, to: number]

/**
 * How long each person of a line waits for a poste: whoever is first takes the one that is free first for as long as they stay, and so on.
 * @param free the seconds until each poste is free, in any order
 * @param stays the seconds that each of those who wait is to stay, in the order of the line
 * @param reserved of each poste, the spans (s) in which it is somebody's who reserved it
 * @returns seconds, one for each of those who wait; null for all when there is no poste
 */
export function expectedWaits(free: number[], stays: number[], reserved: Span[][] = []): (number | null)[] {
  const postes = free.map((from, i) => ({ from, taken: [...(reserved[i] ?? [])].sort(byStart) }))
  return stays.map((stay) => {
    const [soonest] = postes.map((poste) => ({ poste, start: firstStart(poste, stay) })).sort((a, b) => a.start - b.start)
    if (!soonest) return null
    soonest.poste.taken.push([soonest.start, soonest.start + stay])
    soonest.poste.taken.sort(byStart)
    return soonest.start
  })
}

/** Between what is taken, if it fits there. */
function firstStart({ from, taken }: { from: number; taken: Span[] }, stay: number) {
  return taken.reduce((start, [begins, ends]) => (start + stay <= begins ? start : Math.max(start, ends)), from)
}

function byStart(one: Span, other: Span) {
  return one[0] - other[0]
}
