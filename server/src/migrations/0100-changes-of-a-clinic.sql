-- How many changes of a clinic are committed: what a server keeps of it is true as long as this number stands. A line is laid down in every
-- step, so nobody can forget to count, and nobody waits for a counter: lines that wait are counted as they lie there, lines that are chained
-- by the sealer as it chains them. Looks and refusals change nothing, unless their step wrote a record.
alter table audit_head add column changes bigint not null default 0;
alter table audit_pending add column is_change boolean not null default true;

create or replace function say_written() returns trigger language plpgsql as $$
declare
  noted text := coalesce(current_setting('app.wrote', true), '');
begin
  new.is_change := new.is_news or noted <> '';
  if noted <> '' then
    new.post := left(new.post, -1) || ',"wrote":[' || noted || ']}';
    perform set_config('app.wrote', '', true);
  end if;
  return new;
end $$;

create or replace function seal_clinic(c uuid, at_most int) returns int language plpgsql as $$
declare
  line record;
  last_seq bigint;
  last_hash text;
  news bigint;
  changed bigint := 0;
  ns bigint[] := '{}';
  seqs bigint[] := '{}';
  entries text[] := '{}';
  hashes text[] := '{}';
begin
  -- Row level security, for this transaction.
  perform set_config('app.clinic_id', c::text, true);
  select h.seq, h.hash into strict last_seq, last_hash from audit_head h where h.clinic_id = c for update;
  for line in select p.n, p.pre, p.post, p.is_news, p.is_change from audit_pending p where p.clinic_id = c order by p.n limit at_most loop
    last_seq := last_seq + 1;
    line.pre := line.pre || last_seq || line.post;
    last_hash := encode(sha256(convert_to(last_hash || E'\n' || line.pre, 'UTF8')), 'hex');
    ns := ns || line.n;
    seqs := seqs || last_seq;
    entries := entries || line.pre;
    hashes := hashes || last_hash;
    if line.is_news then news := last_seq; end if;
    if line.is_change then changed := changed + 1; end if;
  end loop;
  if seqs = '{}' then return 0; end if;
  insert into audit_line (clinic_id, seq, entry, hash) select c, * from unnest(seqs, entries, hashes);
  delete from audit_pending p where p.clinic_id = c and p.n = any (ns);
  update audit_head h set seq = last_seq, hash = last_hash, changes = h.changes + changed where h.clinic_id = c;
  -- One for the whole batch: a commit that notifies holds a lock of the whole database over its flush.
  if news is not null then perform pg_notify('dripline_news', c || ' ' || news); end if;
  return cardinality(seqs);
end $$;

-- Of the clinic this transaction is inside, as its snapshot sees it: one statement, so that a line which is being chained counts once.
create function changes_here() returns bigint language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select h.changes + (select count(*) from audit_pending p where p.clinic_id = h.clinic_id and p.is_change)
  from audit_head h where h.clinic_id = current_clinic()
$$;

-- The same in one call.
create function changes_of(c uuid) returns bigint language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  -- The embedded database's one user is a superuser, whom row level security does not bind.
  perform set_config('role', 'app_user', true), set_config('app.clinic_id', c::text, true);
  return changes_here();
end $$;

-- Lays down the line of a look in one call, for those of `whom` whose reading by this actor in this view has none yet in this minute;
-- whether there was any. The line's text lies around them and around its number.
create function note_look(c uuid, who text, what text, in_minute timestamptz, whom uuid[], before text, middle text, after text)
returns boolean language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  fresh text;
begin
  perform set_config('role', 'app_user', true), set_config('app.clinic_id', c::text, true);
  with made as (
    insert into audit_read (clinic_id, actor, view, minute, patient_id)
    select c, who, what, in_minute, each from unnest(whom) each order by each
    on conflict do nothing returning patient_id)
  select string_agg('"' || patient_id || '"', ',' order by patient_id) into fresh from made;
  if fresh is null then return false; end if;
  insert into audit_pending (clinic_id, pre, post, is_news) values (c, before || '[' || fresh || ']' || middle, after, false);
  return true;
end $$;

revoke execute on function changes_here(), changes_of(uuid), note_look(uuid, text, text, timestamptz, uuid[], text, text, text) from public;
grant execute on function changes_here(), changes_of(uuid), note_look(uuid, text, text, timestamptz, uuid[], text, text, text) to app_user;
