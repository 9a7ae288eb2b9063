import { AuthorizationResponse, BasePolicy } from '@adonisjs/bouncer'
import { type PurposeName, ownPurposes } from '#config/files'
import type { Viewer } from '#models/accounts/viewer'
import type Document from '#models/files/document'

/** Whoever has a document reads and changes it; whoever verifies its owner reads what was handed in for that. */
export default class DocumentPolicy extends BasePolicy {
  /** On their own page. */
  keep(viewer: Viewer, purpose: PurposeName) {
    return ownPurposes(viewer).includes(purpose)
  }

  async read(viewer: Viewer, document: Document) {
    const reviews = document.rules.reviewed && viewer.moderates
    return reviews || (await document.isHeldBy(viewer.user!.id)) || ABSENT
  }

  async manage({ user }: Viewer, document: Document) {
    return (await document.isManagedBy(user!.id)) || ABSENT
  }
}

/** That somebody has a file is nobody else's business. */
const ABSENT = AuthorizationResponse.deny('This file is not theirs', 404)
