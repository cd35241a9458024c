-- What a record is now is noted as before, in expressions instead of queries; the zone is set only where it is another one.
create or replace function note_written() returns trigger language plpgsql as $$
declare
  noted text := coalesce(current_setting('app.wrote', true), '');
  zone text := current_setting('timezone');
  said jsonb;
  key text;
begin
  -- While a migration moves rows of every clinic only the table is noted; what is in it afterwards is taken stock of.
  if current_setting('app.moving', true) = 'on' then
    if not tg_table_name = any (string_to_array(noted, ',')) then
      key := set_config('app.wrote', concat_ws(',', nullif(noted, ''), tg_table_name), true);
    end if;
    return null;
  end if;
  if zone <> 'UTC' then key := set_config('timezone', 'UTC', true); end if;
  if tg_op = 'DELETE' then said := to_jsonb(old); else said := to_jsonb(new); end if;
  if zone <> 'UTC' then key := set_config('timezone', zone, true); end if;
  key := said ->> tg_argv[0];
  for i in 1 .. tg_nargs - 1 loop
    key := concat_ws(' ', key, said ->> tg_argv[i]);
  end loop;
  noted := set_config('app.wrote', case noted when '' then '' else noted || ',' end
    || to_json(concat_ws(' ', tg_table_name, key, case when tg_op = 'DELETE' then 'gone'
      else encode(sha256(convert_to(jsonb_strip_nulls(said)::text, 'UTF8')), 'base64') end))::text, true);
  return null;
end $$;
alter function note_written() reset all;

create or replace function say_written() returns trigger language plpgsql as $$
declare
  noted text := coalesce(current_setting('app.wrote', true), '');
begin
  new.is_change := new.is_news or noted <> '';
  if noted <> '' then
    new.post := left(new.post, -1) || ',"wrote":[' || noted || ']}';
    noted := set_config('app.wrote', '', true);
  end if;
  return new;
end $$;

-- As before, and when nothing stands against it the visit is counted on, the sign-in asked and the entry written in three statements: null.
-- Otherwise nothing is written, and the answer says why: what was written since `expected`, which the caller has not judged on, or that this
-- id stands already. `more`: what the same act writes after its first entry.
drop function write_entry(uuid, uuid, bigint, uuid, text[], jsonb, text, text);
create function write_entry(
  c uuid, visit uuid, expected bigint, by_sign_in uuid, held text[],
  entry uuid, entry_kind text, happened timestamptz, said jsonb, nth smallint, author uuid, entered timestamptz, clocks jsonb, hash text,
  device text, device_nth bigint, by_form text, more jsonb, line_pre text, line_post text
) returns jsonb language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  outcome text;
  whose jsonb;
  since jsonb;
  known record;
begin
  -- The embedded database's one user is a superuser, whom row level security does not bind.
  outcome := set_config('role', 'app_user', true);
  outcome := set_config('app.clinic_id', c::text, true);
  -- The only lock, the visit's own.
  update visit_head h set seq = h.seq + 1 + coalesce(jsonb_array_length(more), 0)
    where h.clinic_id = c and h.session_id = visit and h.seq = expected and coalesce((
      select s.revoked_at is null and s.locked_at is null
        and (select a.closed_at is null and a.roles @> held from account a where a.clinic_id = c and a.id = s.account_id)
      from sign_in s where s.clinic_id = c and s.id = by_sign_in), true);
  if found then
    insert into session_event (
      clinic_id, id, session_id, kind, at, body, round, entered_by, entered_at, seq, clock, sent_hash, device_id, device_seq, form)
      values (c, entry, visit, entry_kind, happened, said, nth, author, entered, expected + 1, clocks, hash, device, device_nth, by_form)
      on conflict (clinic_id, id) do nothing;
    if found then
      if more is not null then
        insert into session_event (clinic_id, id, session_id, kind, at, body, round, entered_by, entered_at, seq, clock, sent_hash)
          select c, (m ->> 'id')::uuid, visit, m ->> 'kind', (m ->> 'at')::timestamptz, m -> 'body', (m ->> 'round')::smallint, author,
            entered, expected + 1 + i, nullif(m -> 'clock', 'null'), hash
          from jsonb_array_elements(more) with ordinality as each (m, i);
      end if;
      insert into audit_pending (clinic_id, pre, post, is_news) values (c, line_pre, line_post, true);
      return null;
    end if;
    update visit_head h set seq = expected where h.clinic_id = c and h.session_id = visit;
  end if;
  outcome := why_not_standing(c, by_sign_in, held, false);
  if outcome is not null then return jsonb_build_object('outcome', outcome); end if;
  perform from visit_head h where h.clinic_id = c and h.session_id = visit for update;
  if not found then return jsonb_build_object('outcome', 'not-found'); end if;
  if expected < 0 then
    select to_jsonb(s) into whose from session s where s.clinic_id = c and s.id = visit;
  end if;
  -- The key before the counter, or a second press would look late.
  select e.session_id, e.entered_by, e.sent_hash into known from session_event e where e.clinic_id = c and e.id = entry;
  if found then
    outcome := case when known.session_id = visit and known.entered_by = author and known.sent_hash is not distinct from hash
      then 'again' else 'key-reused' end;
    return jsonb_build_object('outcome', outcome, 'whose', whose);
  end if;
  select coalesce(jsonb_agg(to_jsonb(e) order by e.seq), '[]') into since
    from session_event e where e.clinic_id = c and e.session_id = visit and e.seq > expected;
  return jsonb_build_object('outcome', 'stale', 'whose', whose, 'since', since);
end $$;
revoke execute on function write_entry(
  uuid, uuid, bigint, uuid, text[], uuid, text, timestamptz, jsonb, smallint, uuid, timestamptz, jsonb, text, text, bigint, text, jsonb, text,
  text) from public;
grant execute on function write_entry(
  uuid, uuid, bigint, uuid, text[], uuid, text, timestamptz, jsonb, smallint, uuid, timestamptz, jsonb, text, text, bigint, text, jsonb, text,
  text) to app_user;
