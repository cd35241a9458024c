-- Books the free call for somebody who is new: the first of these clinicians who takes calls, is licensed and free then has it, and person,
-- link and letters are written with it. The clinician, null when nobody is free, 'stale' when the table of times no longer holds.
create or replace function book_call(c uuid, facts text, candidates uuid[], caller jsonb, booked jsonb, link jsonb, letters jsonb)
returns text language plpgsql set search_path = public, pg_temp as $$
declare
  begins timestamptz := (booked->>'start')::timestamptz;
  finishes timestamptz := (booked->>'end')::timestamptz;
  at timestamptz := (booked->>'at')::timestamptz;
  day date;
  who uuid;
  made uuid;
begin
  -- Whoever closes a day, or moves a call, holds these times alone meanwhile: what they change is seen here, or they see this booking.
  perform pg_advisory_xact_lock_shared(hashtextextended(c::text || ' call times', 0));
  if booking_facts(c) is distinct from facts then return 'stale'; end if;
  select (begins at time zone zone)::date into day from clinic where id = c;
  if exists (select from closure where clinic_id = c and on_date = day) then return 'stale'; end if;
  perform pg_advisory_xact_lock(hashtextextended(c::text || ' start ' || begins::text, 0));
  insert into person (clinic_id, id, name, email, phone, state, zone, created_at)
    values (c, (caller->>'id')::uuid, caller->>'name', caller->>'email', caller->>'phone', caller->>'state', caller->>'zone', at);
  for who in
    select id from unnest(candidates) with ordinality as wanted (id, place)
    where exists (
        select from staff s join account a on a.clinic_id = s.clinic_id and a.id = s.id
        where s.clinic_id = c and s.id = wanted.id and s.takes_calls and a.closed_at is null)
      and exists (
        select from staff_license l where l.clinic_id = c and l.staff_id = wanted.id and l.state = caller->>'state'
        and l.ended_at is null and (l.valid_until is null or l.valid_until >= day))
      and not exists (
        select from appointment b where b.clinic_id = c and b.clinician_id = wanted.id and b.state = 'booked'
        and b.ends_at > begins and b.starts_at < finishes)
      and not exists (
        select from time_hold h where h.clinic_id = c and h.clinician_id = wanted.id and h.released_at is null and h.held_until > at
        and h.starts_at < finishes and h.ends_at > begins)
    order by place
  loop
    insert into appointment (clinic_id, id, kind, person_id, clinician_id, during, state, zone, claims_shown, created_at, changed_at)
      values (c, (booked->>'id')::uuid, 'call', (caller->>'id')::uuid, who, tstzrange(begins, finishes), 'booked', caller->>'zone',
        booked->'claims', at, at)
      on conflict do nothing returning id into made;
    exit when made is not null;
  end loop;
  if made is null then
    return null;
  end if;
  insert into link (clinic_id, id, purpose, record_id, issue, secret_hash, created_at, expires_at)
    values (c, (link->>'id')::uuid, 'appointment', made, 1, link->>'hash', at, (link->>'until')::timestamptz);
  insert into message (clinic_id, id, kind, about_id, due_at, created_at)
    select c, (each->>'id')::uuid, each->>'kind', made, (each->>'due')::timestamptz, at from jsonb_array_elements(letters) each;
  return who::text;
end $$;
