import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * A public computer. Its addresses are what somebody wrote of it: no right follows from them. Maintenance is a switch. Retired, it
 * keeps its history and gives its name back.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table postes (
        id bigint generated always as identity primary key,
        site_id bigint not null references sites on delete cascade,
        name text not null check (length(name) between 1 and 50),
        kind text not null default 'office' check (kind in ('office', 'gaming')),
        ip inet,
        mac macaddr,
        place text check (length(place) between 1 and 100),
        notes text check (length(notes) between 1 and 2000),
        created_at timestamptz not null,
        created_by text not null,
        retired_at timestamptz,
        retired_by text,
        check ((retired_at is null) = (retired_by is null)),
        unique (id, site_id)
      )`)
    this.schema.raw('create unique index postes_name on postes (site_id, plain(name)) where retired_at is null')
    this.schema.raw('create unique index postes_ip on postes (site_id, ip) where ip is not null and retired_at is null')
    this.schema.raw('create unique index postes_mac on postes (mac) where mac is not null and retired_at is null')
    this.schema.raw(`
      create table poste_maintenances (
        id bigint generated always as identity primary key,
        poste_id bigint not null references postes on delete cascade,
        reason text check (length(reason) between 1 and 200),
        started_at timestamptz not null,
        started_by text not null,
        ended_at timestamptz,
        ended_by text,
        check (ended_at >= started_at),
        check ((ended_at is null) = (ended_by is null))
      )`)
    this.schema.raw('create unique index poste_maintenances_open on poste_maintenances (poste_id) where ended_at is null')
    this.schema.raw('create index poste_maintenances_history on poste_maintenances (poste_id, started_at)')
  }

  async down() {
    this.schema.raw('drop table poste_maintenances, postes')
  }
}
