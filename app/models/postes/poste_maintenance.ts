import { PosteMaintenanceSchema } from '#database/schema'

/** A time in which a poste is not lent. */
export default class PosteMaintenance extends PosteMaintenanceSchema {}
