-- Why somebody who was recognized moments ago may not act any more; null while they may. What a server keeps of a sign-in serves the
-- look-up only: this is asked inside every step and every look, so that a revocation holds everywhere from its commit on.
create function why_not_standing(c uuid, sign_in_id uuid, held text[], opens_locked boolean) returns text
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  fault text;
begin
  select case
      when s.revoked_at is not null or a.closed_at is not null then 'not-signed-in'
      when s.locked_at is not null and not opens_locked then 'locked'
      when not a.roles @> held then 'not-allowed'
    end into fault
    from sign_in s join account a on a.clinic_id = s.clinic_id and a.id = s.account_id
    where s.clinic_id = c and s.id = sign_in_id;
  return fault;
end $$;

-- A deed in one call begins here: the clinic, whether the sign-in stands, and the key, whose first row is the deed's own. 'mine', 'again'
-- with the first answer, or why not. Its answer is known before it, so it is written with the key.
create function begin_deed(c uuid, deed jsonb, out outcome text, out answer text) language plpgsql as $$
declare
  author text := split_part(deed ->> 'scope', ' ', 1);
begin
  -- The embedded database's one user is a superuser, whom row level security does not bind.
  perform set_config('role', 'app_user', true), set_config('app.clinic_id', c::text, true);
  if deed ->> 'signInId' is not null then
    outcome := why_not_standing(
      c, (deed ->> 'signInId')::uuid, array(select jsonb_array_elements_text(deed -> 'roles')), (deed ->> 'opensLocked')::boolean);
    if outcome is not null then return; end if;
  end if;
  outcome := 'mine';
  if deed ->> 'key' is null then return; end if;
  insert into idempotency_key (clinic_id, scope, key, request_hash, created_at, answer)
    select c, deed ->> 'scope', deed ->> 'key', deed ->> 'hash', (deed ->> 'at')::timestamptz, deed ->> 'answer'
    where not exists (
      select from idempotency_key k where k.clinic_id = c and k.key = deed ->> 'key'
        and (k.request_hash <> deed ->> 'hash' or split_part(k.scope, ' ', 1) <> author))
    on conflict do nothing;
  if found then return; end if;
  select 'again', k.answer into outcome, answer from idempotency_key k
    where k.clinic_id = c and k.key = deed ->> 'key' and k.scope = deed ->> 'scope' and k.request_hash = deed ->> 'hash'
      and not exists (
        select from idempotency_key o where o.clinic_id = c and o.key = deed ->> 'key'
          and (o.request_hash <> deed ->> 'hash' or split_part(o.scope, ' ', 1) <> author));
  if not found then outcome := 'key-reused'; end if;
end $$;

-- Its line, which takes up what the deed has written.
create function end_deed(c uuid, deed jsonb) returns void language plpgsql as $$
begin
  insert into audit_pending (clinic_id, pre, post, is_news) values (c, deed ->> 'pre', deed ->> 'post', true);
end $$;

-- Somebody new, in one call.
create function add_person(c uuid, deed jsonb, caller jsonb, out outcome text, out answer text)
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  select b.outcome, b.answer into outcome, answer from begin_deed(c, deed) b;
  if outcome <> 'mine' then return; end if;
  insert into person (clinic_id, id, name, email, phone, state, zone, created_at)
    values (c, (caller ->> 'id')::uuid, caller ->> 'name', caller ->> 'email', caller ->> 'phone', caller ->> 'state', caller ->> 'zone',
      (deed ->> 'at')::timestamptz);
  perform end_deed(c, deed);
end $$;

-- A booking of the free call in one call: who has it is told, and nothing is left of one that found nobody free.
create function book_call_once(
  c uuid, deed jsonb, facts text, candidates uuid[], caller jsonb, booked jsonb, link jsonb, letters jsonb,
  out outcome text, out answer text, out who text
) language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  select b.outcome, b.answer into outcome, answer from begin_deed(c, deed) b;
  if outcome <> 'mine' then return; end if;
  who := book_call(c, facts, candidates, caller, booked, link, letters);
  -- Whatever it has written goes with the transaction.
  if who is null then raise exception 'full' using errcode = 'DL001'; end if;
  if who = 'stale' then raise exception 'stale' using errcode = 'DL002'; end if;
  perform end_deed(c, deed);
end $$;

-- As before, and the sign-in is asked for its roles and its lock too.
drop function write_entry(uuid, uuid, bigint, uuid, jsonb, text, text);
create function write_entry(
  c uuid, visit uuid, expected bigint, by_sign_in uuid, held text[], entry jsonb, line_pre text, line_post text,
  out outcome text, out seq bigint, out whose jsonb, out since jsonb
) language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  known record;
begin
  perform set_config('role', 'app_user', true), set_config('app.clinic_id', c::text, true);
  outcome := why_not_standing(c, by_sign_in, held, false);
  if outcome is not null then return; end if;
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

grant execute on function why_not_standing(uuid, uuid, text[], boolean), begin_deed(uuid, jsonb), end_deed(uuid, jsonb),
  add_person(uuid, jsonb, jsonb), book_call_once(uuid, jsonb, text, uuid[], jsonb, jsonb, jsonb, jsonb),
  write_entry(uuid, uuid, bigint, uuid, text[], jsonb, text, text) to app_user;
