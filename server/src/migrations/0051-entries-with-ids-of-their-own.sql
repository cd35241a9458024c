-- An entry's id is made by whoever enters it and is its idempotency for ever, bound to its author and to what was sent. From which device
-- it came, which one of that device's, by which form and from whom: what stands already was entered by staff.
alter table session_event
  add column sent_hash text,
  add column device_id text,
  add column device_seq bigint,
  add column form text,
  add column source text not null default 'staff' check (source in ('staff', 'patient', 'device', 'import')),
  add check ((device_id is null) = (device_seq is null)),
  add unique (clinic_id, device_id, device_seq);

-- One act on a visit's log in one call: its transaction begins and ends here, so that a server which freezes in it holds nothing. Plain
-- rights: row level security knows the clinic. What judges has judged the visit as it stood at `expected`; if it has moved since, nothing
-- is written, and the answer holds what was written since, so that the caller can judge again. `expected` -1: it knows nothing of the visit.
create function write_entry(
  c uuid, visit uuid, expected bigint, by_sign_in uuid, entry jsonb, line_pre text, line_post text,
  out outcome text, out seq bigint, out whose jsonb, out since jsonb
) language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  known record;
begin
  -- The embedded database's one user is a superuser, whom row level security does not bind.
  perform set_config('role', 'app_user', true), set_config('app.clinic_id', c::text, true);
  if exists (
    select from sign_in s join account a on a.clinic_id = s.clinic_id and a.id = s.account_id
    where s.clinic_id = c and s.id = by_sign_in and (s.revoked_at is not null or a.closed_at is not null))
  then
    outcome := 'not-signed-in';
    return;
  end if;
  -- The only lock, the visit's own.
  select h.seq into seq from visit_head h where h.clinic_id = c and h.session_id = visit for update;
  if not found then
    outcome := 'not-found';
    return;
  end if;
  if expected < 0 then
    select to_jsonb(s) into whose from session s where s.clinic_id = c and s.id = visit;
  end if;
  -- The key before the counter, or a second press would look late.
  select e.session_id, e.entered_by, e.sent_hash into known
    from session_event e where e.clinic_id = c and e.id = (entry ->> 'id')::uuid;
  if found then
    outcome := case
      when known.session_id = visit and known.entered_by = (entry ->> 'enteredBy')::uuid
        and known.sent_hash is not distinct from entry ->> 'sentHash' then 'again'
      else 'key-reused' end;
    return;
  end if;
  if seq <> expected then
    outcome := 'stale';
    select coalesce(jsonb_agg(to_jsonb(e) order by e.seq), '[]') into since
      from session_event e where e.clinic_id = c and e.session_id = visit and e.seq > expected;
    return;
  end if;
  seq := seq + 1;
  insert into session_event (
    clinic_id, id, session_id, kind, at, body, round, entered_by, entered_at, seq, clock, sent_hash, device_id, device_seq, form)
    values (
      c, (entry ->> 'id')::uuid, visit, entry ->> 'kind', (entry ->> 'at')::timestamptz, entry -> 'body',
      (entry ->> 'round')::smallint, (entry ->> 'enteredBy')::uuid, (entry ->> 'enteredAt')::timestamptz, write_entry.seq,
      nullif(entry -> 'clock', 'null'), entry ->> 'sentHash', entry ->> 'deviceId', (entry ->> 'deviceSeq')::bigint, entry ->> 'form');
  update visit_head h set seq = write_entry.seq where h.clinic_id = c and h.session_id = visit;
  insert into audit_pending (clinic_id, pre, post, is_news) values (c, line_pre, line_post, true);
  outcome := 'done';
end $$;
grant execute on function write_entry(uuid, uuid, bigint, uuid, jsonb, text, text) to app_user;
