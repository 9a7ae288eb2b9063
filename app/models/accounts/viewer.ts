import { DateTime } from 'luxon'
import type User from '#models/accounts/user'
import type { Act, Actor } from '#models/mixins/act'
import type { Grant, RoleName } from '#models/accounts/role'

export interface HeldLink {
  id: number
  /** the stand that it opens, or the fair whose wall it does */
  standId: number | null
  fairId: number | null
  /** the site of public computers whose wall it is */
  siteId: number | null
}

/** An attendee without account, by the secret link that the browser keeps. */
export interface HeldGuest {
  id: number
  attendeeId: number
  fairId: number
}

/** Whoever asks for a page: a signed-in user, a stand known by its secret link, both in one browser, or a visitor. */
export class Viewer {
  constructor(
    readonly user: User | null,
    readonly links: HeldLink[],
    readonly origin: { address: string | null; requestId: string | undefined },
    readonly guests: HeldGuest[] = [],
    /** the public computer on which this browser stands */
    readonly station: { id: number; posteId: number; siteId: number } | null = null
  ) {}

  get grants(): Grant[] {
    return this.user?.grants ?? []
  }

  /** @param fairId a role granted for one fair counts only there */
  has(role: RoleName, fairId?: number) {
    return this.grants.some((grant) => grant.role === role && grant.siteId === null && (grant.fairId === null || grant.fairId === fairId))
  }

  /** Whether they organise this fair, or everything. */
  runs(fairId: number) {
    return this.has('admin') || this.has('organiser', fairId)
  }

  /** The fairs that they organise, by their identifiers; null is all of them. */
  get runFairs(): number[] | null {
    if (this.has('admin') || this.has('organiser')) return null
    return this.grants.filter(({ role }) => role === 'organiser').map(({ fairId }) => fairId!)
  }

  /** Whether they work at the desk of this site, or of every one. */
  operates(siteId: number) {
    return this.has('admin') || this.grants.some((grant) => grant.role === 'operator' && (grant.siteId === null || grant.siteId === siteId))
  }

  /** Whether there is a desk at which they work. */
  get hasDesk() {
    return this.has('admin') || this.grants.some(({ role }) => role === 'operator')
  }

  /** Whether they verify organisations and providers. */
  get moderates() {
    return this.has('admin') || this.has('moderator')
  }

  /** Whether some of the back-office is theirs. */
  get hasBackOffice() {
    return this.has('admin') || this.has('moderator')
  }

  linkOf(standId: number) {
    return this.links.find((link) => link.standId === standId)
  }

  /** Whether this is the screen in the hall of that fair. */
  isWallOf(fairId: number) {
    return this.links.some((link) => link.fairId === fairId)
  }

  /** Whether this is the screen that calls those who wait at that site. */
  isWallOfSite(siteId: number) {
    return this.links.some((link) => link.siteId === siteId)
  }

  /** Whom this browser is at that fair, without an account. */
  guestAt(fairId: number) {
    return this.guests.find((guest) => guest.fairId === fairId)
  }

  /** Every secret link that this browser came with. */
  get heldIds() {
    return [...this.links, ...this.guests].map((held) => held.id)
  }

  /** As this attendee: under their account, else under their own number. */
  actAs(attendee: { id: number } | null): Act {
    const act = this.act()
    return this.user || !attendee ? act : { ...act, by: { ...act.by, kind: 'attendee', id: attendee.id } }
  }

  /**
   * What a verb needs to know of this request: who, and the instant.
   * @param stand acts as that stand when its link is what gives the right, and not a role
   */
  act(stand?: { id: number; fairId: number }): Act {
    return { by: this.#actor(stand), at: DateTime.now() }
  }

  #actor(stand?: { id: number; fairId: number }): Actor {
    const { address, requestId = null } = this.origin
    const link = stand && this.linkOf(stand.id)
    if (link && !this.runs(stand.fairId)) return { kind: 'stand', id: stand.id, address, requestId }
    return { kind: 'user', id: this.user?.id ?? null, address, requestId }
  }
}
