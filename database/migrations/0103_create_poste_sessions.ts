import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * One stay of a visitor on a poste. What was used is the sum of its runs, never a counter: what is granted is what was used and what
 * remains. While it runs, \`ends_at\` says when the time is over; suspended, or cut by a power failure, it has no open run. Its code is
 * found by a hash made with the key of the installation: six characters alone would be guessed from theirs.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table poste_sessions (
        id bigint generated always as identity primary key,
        site_id bigint not null references sites on delete cascade,
        visitor_id bigint not null,
        poste_id bigint not null,
        code_hash bytea not null check (length(code_hash) = 32),
        code_encrypted text,
        code_expires_at timestamptz not null,
        granted_seconds integer not null check (granted_seconds between 1 and 86400),
        added_seconds integer not null default 0 check (added_seconds >= 0),
        lease integer not null default 1,
        issued_at timestamptz not null,
        issued_by text not null,
        started_at timestamptz,
        ends_at timestamptz,
        ended_at timestamptz,
        ended_by text,
        reason text check (reason in ('visitor', 'desk', 'time', 'idle', 'unused')),
        sentence text check (length(sentence) between 1 and 255),
        unheard_since timestamptz,
        foreign key (visitor_id, site_id) references visitors (id, site_id),
        foreign key (poste_id, site_id) references postes (id, site_id),
        check (ends_at is null or started_at is not null),
        check (ended_at >= started_at),
        check (ended_at is null or ends_at is null),
        check (num_nonnulls(ended_at, ended_by, reason) in (0, 3)),
        check (started_at is not null or reason is null or reason in ('desk', 'unused'))
      )`)
    this.schema.raw('create unique index poste_sessions_poste on poste_sessions (poste_id) where ended_at is null')
    this.schema.raw('create unique index poste_sessions_code on poste_sessions (code_hash) where ended_at is null')
    this.schema.raw('create unique index poste_sessions_visitor on poste_sessions (visitor_id) where ended_at is null')
    this.schema.raw('create index poste_sessions_due on poste_sessions (ends_at) where ends_at is not null')
    this.schema.raw('create index poste_sessions_unused on poste_sessions (code_expires_at) where ended_at is null')
    this.schema.raw('create index poste_sessions_site on poste_sessions (site_id, issued_at)')
    this.schema.raw('create index poste_sessions_of_poste on poste_sessions (poste_id, issued_at)')
    this.schema.raw('create index poste_sessions_of_visitor on poste_sessions (visitor_id, issued_at)')
    this.schema.raw(`
      create table poste_runs (
        id bigint generated always as identity primary key,
        poste_session_id bigint not null references poste_sessions on delete cascade,
        poste_id bigint not null references postes on delete cascade,
        started_at timestamptz not null,
        started_by text not null,
        ended_at timestamptz,
        ended_by text,
        cause text check (cause in ('suspended', 'cut', 'moved', 'ended')),
        check (ended_at >= started_at),
        check (num_nonnulls(ended_at, ended_by, cause) in (0, 3))
      )`)
    this.schema.raw('create unique index poste_runs_session on poste_runs (poste_session_id) where ended_at is null')
    this.schema.raw('create unique index poste_runs_poste on poste_runs (poste_id) where ended_at is null')
    this.schema.raw('create index poste_runs_history on poste_runs (poste_session_id, started_at)')
    this.schema.raw('create index poste_runs_figures on poste_runs (poste_id, started_at)')
    this.schema.raw(`
      create table extensions (
        id bigint generated always as identity primary key,
        poste_session_id bigint not null references poste_sessions on delete cascade,
        minutes smallint not null check (minutes between 5 and 60),
        asked_at timestamptz not null,
        answered_at timestamptz,
        answered_by text,
        answer text check (answer in ('accepted', 'refused', 'expired')),
        sentence text check (length(sentence) between 1 and 255),
        check (num_nonnulls(answered_at, answered_by, answer) in (0, 3))
      )`)
    this.schema.raw('create unique index extensions_pending on extensions (poste_session_id) where answered_at is null')
    this.schema.raw('create index extensions_history on extensions (poste_session_id, asked_at)')
    this.schema.raw(`
      create table poste_warnings (
        poste_session_id bigint not null references poste_sessions on delete cascade,
        granted_seconds integer not null,
        threshold integer not null,
        warned_at timestamptz not null,
        primary key (poste_session_id, granted_seconds, threshold)
      )`)
    this.schema.raw(`
      create table screen_messages (
        id bigint generated always as identity primary key,
        poste_id bigint not null references postes on delete cascade,
        poste_session_id bigint references poste_sessions on delete cascade,
        sender text not null check (sender in ('desk', 'station')),
        words text not null check (length(words) between 1 and 500),
        sent_at timestamptz not null,
        sent_by text not null,
        read_at timestamptz
      )`)
    this.schema.raw('create index screen_messages_poste on screen_messages (poste_id, sent_at)')
    this.schema.raw('create index screen_messages_session on screen_messages (poste_session_id) where poste_session_id is not null')
  }

  async down() {
    this.schema.raw('drop table screen_messages, poste_warnings, extensions, poste_runs, poste_sessions')
  }
}
