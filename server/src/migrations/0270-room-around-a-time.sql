-- The minutes that stay free before and after a time, as they were when it was given; null is none. They go with the time: what a clinic
-- sets later binds what is given later.
alter table appointment add column before_minutes smallint check (before_minutes between 1 and 240);
alter table appointment add column after_minutes smallint check (after_minutes between 1 and 240);
alter table time_hold add column before_minutes smallint check (before_minutes between 1 and 240);
alter table time_hold add column after_minutes smallint check (after_minutes between 1 and 240);

-- Days on which somebody is not here, the first and the last of them; taken back, they are here again.
create table staff_absence (
  clinic_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  first_day date not null,
  last_day date not null,
  entered_by uuid not null,
  entered_at timestamptz not null,
  ended_at timestamptz,
  primary key (clinic_id, id),
  foreign key (clinic_id, staff_id) references staff,
  foreign key (clinic_id, entered_by) references staff,
  check (first_day <= last_day)
);
select clinic_owned('staff_absence');
create index staff_absence_open on staff_absence (clinic_id, last_day) where ended_at is null;
select proved('staff_absence');
select take_stock(c.id, 'staff_absence') from clinic c order by c.id;

-- Whether this clinician may have a call then, as far as the database can see: here and licensed, nothing of theirs too near, and not more
-- than a day may have. `room` is what the call itself wants: before, after (minutes) and most (a day; 0 is no limit).
create function may_have_call(
  c uuid, who uuid, caller_state text, begins timestamptz, finishes timestamptz, at timestamptz, clinic_zone text, room jsonb
) returns boolean language plpgsql stable set search_path = pg_catalog, public, pg_temp as $$
declare
  day date := (begins at time zone clinic_zone)::date;
  before interval := make_interval(mins => (room ->> 'before')::int);
  after interval := make_interval(mins => (room ->> 'after')::int);
  most int := (room ->> 'most')::int;
  -- The longest that anything may want around itself: an index finds what lies within it.
  far interval := interval '240 minutes';
begin
  if not exists (
      select from staff s where s.clinic_id = c and s.id = who and s.takes_calls
      and (select a.closed_at is null from account a where a.clinic_id = c and a.id = who))
    or not exists (
      select from staff_license l where l.clinic_id = c and l.staff_id = who and l.state = caller_state
      and l.ended_at is null and (l.valid_until is null or l.valid_until >= day))
    or exists (
      select from staff_absence x where x.clinic_id = c and x.staff_id = who and x.ended_at is null
      and x.last_day >= day and x.first_day <= ((finishes - interval '1 microsecond') at time zone clinic_zone)::date)
    or exists (
      select from appointment b where b.clinic_id = c and b.clinician_id = who and b.state = 'booked'
      and b.ends_at > begins - far and b.starts_at < finishes + far
      and b.ends_at + greatest(make_interval(mins => coalesce(b.after_minutes, 0)), before) > begins
      and b.starts_at - greatest(make_interval(mins => coalesce(b.before_minutes, 0)), after) < finishes)
    or exists (
      select from time_hold h where h.clinic_id = c and h.clinician_id = who and h.released_at is null and h.held_until > at
      and h.ends_at + greatest(make_interval(mins => coalesce(h.after_minutes, 0)), before) > begins
      and h.starts_at - greatest(make_interval(mins => coalesce(h.before_minutes, 0)), after) < finishes)
  then return false; end if;
  return most = 0 or most > calls_of_day(c, who, day, at, clinic_zone);
end $$;

-- How many calls a clinician has on a day of the clinic: what is canceled does not count, what is held does.
create function calls_of_day(c uuid, who uuid, day date, at timestamptz, clinic_zone text) returns bigint
language sql stable set search_path = pg_catalog, public, pg_temp as $$
  with bounds as (select day::timestamp at time zone clinic_zone as first, (day + 1)::timestamp at time zone clinic_zone as next)
  select (
      select count(*) from appointment b, bounds where b.clinic_id = c and b.clinician_id = who and b.kind = 'call'
      and b.state <> 'cancelled' and b.starts_at >= bounds.first and b.starts_at < bounds.next
    ) + (
      select count(*) from time_hold h join appointment b on b.clinic_id = h.clinic_id and b.id = h.appointment_id, bounds
      where h.clinic_id = c and h.clinician_id = who and h.released_at is null and h.held_until > at and b.kind = 'call'
      and h.starts_at >= bounds.first and h.starts_at < bounds.next)
$$;

-- As before; whoever is absent is not asked, and what a call wants around it and of a day is kept.
create or replace function book_call(c uuid, facts text, candidates uuid[], caller jsonb, booked jsonb, link jsonb, letters jsonb)
returns text language plpgsql set search_path = public, pg_temp as $$
declare
  begins timestamptz := booked ->> 'start';
  finishes timestamptz := booked ->> 'end';
  at timestamptz := booked ->> 'at';
  room jsonb := booked -> 'room';
  appointment_id uuid := booked ->> 'id';
  caller_id uuid := caller ->> 'id';
  caller_state text := caller ->> 'state';
  clinic_zone text;
  holds boolean;
  who uuid;
begin
  -- Whoever closes a day, or moves a call, holds these times alone meanwhile: what they change is seen here, or they see this booking.
  -- Whoever wants the same time waits; where a booking bears on its neighbors or on its day, whoever wants any.
  if room ->> 'before' = '0' and room ->> 'after' = '0' and room ->> 'most' = '0' then
    perform pg_advisory_xact_lock_shared(hashtextextended(c::text || ' call times', 0));
    perform pg_advisory_xact_lock(hashtextextended(c::text || ' start ' || begins::text, 0));
  else
    perform pg_advisory_xact_lock(hashtextextended(c::text || ' call times', 0));
  end if;
  select k.zone, booking_facts(c) = facts
      and not exists (select from closure d where d.clinic_id = c and d.on_date = (begins at time zone k.zone)::date)
    into clinic_zone, holds from clinic k where k.id = c;
  if holds is not true then return 'stale'; end if;
  insert into person (clinic_id, id, name, email, phone, state, zone, language, created_at)
    values (c, caller_id, caller ->> 'name', caller ->> 'email', caller ->> 'phone', caller_state, caller ->> 'zone',
      caller ->> 'language', at);
  foreach who in array candidates loop
    continue when not may_have_call(c, who, caller_state, begins, finishes, at, clinic_zone, room);
    insert into appointment (
        clinic_id, id, kind, person_id, clinician_id, during, state, zone, claims_shown, created_at, changed_at, before_minutes, after_minutes)
      values (c, appointment_id, 'call', caller_id, who, tstzrange(begins, finishes), 'booked', caller ->> 'zone', booked -> 'claims', at, at,
        nullif((room ->> 'before')::smallint, 0), nullif((room ->> 'after')::smallint, 0))
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

grant execute on function may_have_call(uuid, uuid, text, timestamptz, timestamptz, timestamptz, text, jsonb),
  calls_of_day(uuid, uuid, date, timestamptz, text) to app_user;
