-- A booking in fewer statements: clinic, facts and closed day are asked in one, and of the clinicians one after the other until one has it,
-- where all of them were looked at before the first was tried.
create or replace function book_call(c uuid, facts text, candidates uuid[], caller jsonb, booked jsonb, link jsonb, letters jsonb)
returns text language plpgsql set search_path = public, pg_temp as $$
declare
  begins timestamptz := booked ->> 'start';
  finishes timestamptz := booked ->> 'end';
  at timestamptz := booked ->> 'at';
  appointment_id uuid := booked ->> 'id';
  caller_id uuid := caller ->> 'id';
  caller_state text := caller ->> 'state';
  holds boolean;
  day date;
  who uuid;
begin
  -- Whoever closes a day, or moves a call, holds these times alone meanwhile: what they change is seen here, or they see this booking.
  -- Whoever wants the same time waits.
  perform pg_advisory_xact_lock_shared(hashtextextended(c::text || ' call times', 0));
  perform pg_advisory_xact_lock(hashtextextended(c::text || ' start ' || begins::text, 0));
  select (begins at time zone k.zone)::date, booking_facts(c) = facts
      and not exists (select from closure d where d.clinic_id = c and d.on_date = (begins at time zone k.zone)::date)
    into day, holds from clinic k where k.id = c;
  if holds is not true then return 'stale'; end if;
  insert into person (clinic_id, id, name, email, phone, state, zone, created_at)
    values (c, caller_id, caller ->> 'name', caller ->> 'email', caller ->> 'phone', caller_state, caller ->> 'zone', at);
  foreach who in array candidates loop
    insert into appointment (clinic_id, id, kind, person_id, clinician_id, during, state, zone, claims_shown, created_at, changed_at)
      select c, appointment_id, 'call', caller_id, who, tstzrange(begins, finishes), 'booked', caller ->> 'zone', booked -> 'claims', at, at
      where exists (
          select from staff s where s.clinic_id = c and s.id = who and s.takes_calls
          and (select a.closed_at is null from account a where a.clinic_id = c and a.id = who))
        and exists (
          select from staff_license l where l.clinic_id = c and l.staff_id = who and l.state = caller_state
          and l.ended_at is null and (l.valid_until is null or l.valid_until >= day))
        and not exists (
          select from appointment b where b.clinic_id = c and b.clinician_id = who and b.state = 'booked'
          and b.ends_at > begins and b.starts_at < finishes)
        and not exists (
          select from time_hold h where h.clinic_id = c and h.clinician_id = who and h.released_at is null and h.held_until > at
          and h.starts_at < finishes and h.ends_at > begins)
      on conflict do nothing;
    if found then
      insert into link (clinic_id, id, purpose, record_id, issue, secret_hash, created_at, expires_at)
        values (c, (link ->> 'id')::uuid, 'appointment', appointment_id, 1, link ->> 'hash', at, (link ->> 'until')::timestamptz);
      insert into message (clinic_id, id, kind, about_id, due_at, created_at)
        select c, (each ->> 'id')::uuid, each ->> 'kind', appointment_id, (each ->> 'due')::timestamptz, at
        from jsonb_array_elements(letters) each;
      return who::text;
    end if;
  end loop;
  return null;
end $$;
