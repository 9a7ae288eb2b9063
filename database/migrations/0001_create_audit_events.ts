import { BaseSchema } from '@adonisjs/lucid/schema'
import { runtimeRole } from '#config/database'

/**
 * The audit comes first, with the role that may only add to it. Everything created after it is granted to
 * that role by default; the audit never is. A trigger says the same to a server where the role cannot exist.
 * One partition a month, so that retention drops whole months.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      do $$ begin
        if not exists (select 1 from pg_roles where rolname = '${runtimeRole}') then
          create role ${runtimeRole} nologin;
        end if;
        if not pg_has_role(current_user, '${runtimeRole}', 'member') then
          execute format('grant ${runtimeRole} to %I', current_user);
        end if;
      exception when insufficient_privilege then
        raise notice 'This user may not create roles: the audit is protected by its trigger only.';
      end $$`)
    this.schema.raw(`
      do $$ begin
        if exists (select 1 from pg_roles where rolname = '${runtimeRole}') then
          grant usage on schema public to ${runtimeRole};
          alter default privileges in schema public grant select, insert, update, delete on tables to ${runtimeRole};
          alter default privileges in schema public grant usage, select on sequences to ${runtimeRole};
          grant select on adonis_schema, adonis_schema_versions to ${runtimeRole};
        end if;
      end $$`)
    this.schema.raw(`
      create table audit_events (
        id bigint generated always as identity,
        at timestamptz not null,
        actor_kind text not null check (actor_kind in ('user', 'stand', 'station', 'system')),
        actor_id bigint,
        address inet,
        request_id text,
        action text not null,
        object_type text not null,
        object_id bigint,
        fair_id bigint,
        changes jsonb not null default '{}',
        primary key (id, at)
      ) partition by range (at)`)
    this.schema.raw(`create index audit_events_object on audit_events (object_type, object_id, at desc)`)
    this.schema.raw(`create index audit_events_actor on audit_events (actor_kind, actor_id, at desc)`)
    this.schema.raw(`create index audit_events_fair on audit_events (fair_id, at desc) where fair_id is not null`)
    this.schema.raw(`create table audit_events_default partition of audit_events default`)
    this.schema.raw(`
      create function audit_month(month date) returns void language plpgsql security definer set search_path = public, pg_temp as $$
      declare
        first date := date_trunc('month', month);
        name text := 'audit_events_' || to_char(first, 'YYYY_MM');
        since timestamptz := first::timestamp at time zone 'UTC';
        until timestamptz := (first + interval '1 month')::timestamp at time zone 'UTC';
        late boolean;
      begin
        if to_regclass(name) is null then
          late := exists (select 1 from audit_events_default where at >= since and at < until);
          -- What was written while this month had no place of its own moves into it.
          if late then alter table audit_events detach partition audit_events_default; end if;
          execute format('create table %I partition of audit_events for values from (%L) to (%L)', name, since, until);
          if late then
            execute format('with moved as (delete from audit_events_default where at >= %L and at < %L returning *)
              insert into %I overriding system value select * from moved', since, until, name);
            alter table audit_events attach partition audit_events_default default;
          end if;
          execute format('revoke all on %I from public', name);
          if exists (select 1 from pg_roles where rolname = '${runtimeRole}') then
            execute format('revoke all on %I from ${runtimeRole}', name);
          end if;
        end if;
      end $$`)
    this.schema.raw(`
      create function audit_refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception 'the audit can only be added to' using errcode = 'insufficient_privilege';
      end $$`)
    this.schema.raw(`
      create trigger audit_events_no_change before update or delete on audit_events
      for each row execute function audit_refuse_change()`)
    this.schema.raw(`
      create trigger audit_events_no_truncate before truncate on audit_events
      for each statement execute function audit_refuse_change()`)
    this.schema.raw(`
      do $$ begin
        if exists (select 1 from pg_roles where rolname = '${runtimeRole}') then
          revoke all on audit_events, audit_events_default from ${runtimeRole};
          grant select, insert on audit_events to ${runtimeRole};
        end if;
        revoke all on function audit_month(date) from public;
        if exists (select 1 from pg_roles where rolname = '${runtimeRole}') then
          grant execute on function audit_month(date) to ${runtimeRole};
        end if;
      end $$`)
  }

  async down() {
    this.schema.raw('drop table audit_events')
    this.schema.raw('drop function audit_month(date)')
    this.schema.raw('drop function audit_refuse_change()')
  }
}
