-- In which language a clinic speaks to those who have said none of their own.
alter table clinic add column language text not null default 'en' check (language ~ '^[a-z]{2,3}$');

-- The language a caller or patient reads; null where nobody has said it, as for everybody until now.
alter table person add column language text check (language ~ '^[a-z]{2,3}$');

-- Null where somebody changed what is known of them by themselves, by their link.
alter table person_change alter column changed_by drop not null;

-- The language on the record of whoever a link was made for, with the record that theirs was merged into; null where it is not known, and
-- for links that are no patient's.
create function language_of_link(c uuid, purpose text, record uuid) returns text
language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select kept.language from person own
    join person kept on kept.clinic_id = c and kept.id = coalesce(own.merged_into, own.id)
    where own.clinic_id = c and own.id = case purpose
      when 'appointment' then (select a.person_id from appointment a where a.clinic_id = c and a.id = record)
      when 'check-in' then (select q.person_id from assessment q where q.clinic_id = c and q.id = record)
      when 'no-check-ins' then record
      when 'no-reminders' then record
    end
$$;
grant execute on function language_of_link(uuid, text, uuid) to app_user;

-- As before, with the caller's language.
create or replace function add_person(c uuid, deed jsonb, caller jsonb, out outcome text, out answer text)
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  select b.outcome, b.answer into outcome, answer from begin_deed(c, deed) b;
  if outcome <> 'mine' then return; end if;
  insert into person (clinic_id, id, name, email, phone, state, zone, language, created_at)
    values (c, (caller ->> 'id')::uuid, caller ->> 'name', caller ->> 'email', caller ->> 'phone', caller ->> 'state', caller ->> 'zone',
      caller ->> 'language', (deed ->> 'at')::timestamptz);
  perform end_deed(c, deed);
end $$;

-- As before, with the caller's language.
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
  insert into person (clinic_id, id, name, email, phone, state, zone, language, created_at)
    values (c, caller_id, caller ->> 'name', caller ->> 'email', caller ->> 'phone', caller_state, caller ->> 'zone',
      caller ->> 'language', at);
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
