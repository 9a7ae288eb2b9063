import { BaseSchema } from '@adonisjs/lucid/schema'

/** Which right may be given for one fair or one site only; and the fair is one that exists. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      alter table roles
        add foreign key (fair_id) references fairs on delete cascade,
        add check (fair_id is null or role = 'organiser'),
        add check (site_id is null or role = 'operator')`)
    this.schema.raw('create index roles_fair on roles (fair_id) where fair_id is not null')
    this.schema.raw('create index roles_role on roles (role, user_id) where revoked_at is null')
  }

  async down() {
    this.schema.raw('drop index roles_fair, roles_role')
    this.schema.raw('alter table roles drop constraint roles_fair_id_fkey, drop constraint roles_check1, drop constraint roles_check2')
  }
}
