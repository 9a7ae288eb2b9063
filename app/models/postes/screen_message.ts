import { ScreenMessageSchema } from '#database/schema'

/** What the desk says on the screen of a poste, or what is written there to the desk. */
export default class ScreenMessage extends ScreenMessageSchema {}
