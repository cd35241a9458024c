-- A time that a visitor's form holds while it is filled. Whose form it is nobody can read from it: a hash of the form's own id, and no
-- address. One row a form, for all of its minutes: a form that has had them holds nothing more.
create table form_hold (
  clinic_id uuid not null references clinic,
  form_hash text not null,
  clinician_id uuid not null,
  during tstzrange not null,
  starts_at timestamptz generated always as (lower(during)) stored,
  ends_at timestamptz generated always as (upper(during)) stored,
  before_minutes smallint check (before_minutes between 1 and 240),
  after_minutes smallint check (after_minutes between 1 and 240),
  held_until timestamptz not null,
  released_at timestamptz,
  primary key (clinic_id, form_hash),
  foreign key (clinic_id, clinician_id) references staff
);
select clinic_owned('form_hold');
create index form_hold_open on form_hold (clinic_id, held_until) where released_at is null;

-- What is held counts towards a day's most, by itself: it ends without anybody's deed.
create or replace function calls_of_day(c uuid, who uuid, day date, at timestamptz, clinic_zone text) returns bigint
language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select count(*) from appointment b where b.clinic_id = c and b.clinician_id = who and b.kind = 'call'
    and b.state <> 'cancelled' and b.starts_at >= day::timestamp at time zone clinic_zone
    and b.starts_at < (day + 1)::timestamp at time zone clinic_zone
$$;

-- As before, without what is only held.
create or replace function may_have_call(
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
  then return false; end if;
  return most = 0 or most > calls_of_day(c, who, day, at, clinic_zone);
end $$;

-- Whether somebody else holds what this clinician would need: the desk for an appointment, or a form other than this one.
create function is_held(
  c uuid, who uuid, begins timestamptz, finishes timestamptz, at timestamptz, clinic_zone text, room jsonb, form text
) returns boolean language plpgsql stable set search_path = pg_catalog, public, pg_temp as $$
declare
  before interval := make_interval(mins => (room ->> 'before')::int);
  after interval := make_interval(mins => (room ->> 'after')::int);
  most int := (room ->> 'most')::int;
  day date;
  first timestamptz;
  next timestamptz;
begin
  if exists (
      select from time_hold h where h.clinic_id = c and h.clinician_id = who and h.released_at is null and h.held_until > at
      and h.ends_at + greatest(make_interval(mins => coalesce(h.after_minutes, 0)), before) > begins
      and h.starts_at - greatest(make_interval(mins => coalesce(h.before_minutes, 0)), after) < finishes)
    or exists (
      select from form_hold h where h.clinic_id = c and h.clinician_id = who and h.released_at is null and h.held_until > at
      and h.form_hash is distinct from form
      and h.ends_at + greatest(make_interval(mins => coalesce(h.after_minutes, 0)), before) > begins
      and h.starts_at - greatest(make_interval(mins => coalesce(h.before_minutes, 0)), after) < finishes)
  then return true; end if;
  if most = 0 then return false; end if;
  day := (begins at time zone clinic_zone)::date;
  first := day::timestamp at time zone clinic_zone;
  next := (day + 1)::timestamp at time zone clinic_zone;
  return most <= calls_of_day(c, who, day, at, clinic_zone) + (
      select count(*) from time_hold h join appointment b on b.clinic_id = h.clinic_id and b.id = h.appointment_id
      where h.clinic_id = c and h.clinician_id = who and h.released_at is null and h.held_until > at and b.kind = 'call'
      and h.starts_at >= first and h.starts_at < next
    ) + (
      select count(*) from form_hold h
      where h.clinic_id = c and h.clinician_id = who and h.released_at is null and h.held_until > at
      and h.form_hash is distinct from form and h.starts_at >= first and h.starts_at < next);
end $$;

-- Whoever gives a call's time waits here; whether the table of times still holds, and the clinic's zone. Whoever closes a day, or moves a
-- call, holds these times alone meanwhile: what they change is seen here, or they see what is given. Whoever wants the same time waits; where
-- a call bears on its neighbors or on its day, whoever wants any.
create function wait_for_call(c uuid, facts text, begins timestamptz, room jsonb, out clinic_zone text, out holds boolean)
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if room ->> 'before' = '0' and room ->> 'after' = '0' and room ->> 'most' = '0' then
    perform pg_advisory_xact_lock_shared(hashtextextended(c::text || ' call times', 0));
    perform pg_advisory_xact_lock(hashtextextended(c::text || ' start ' || begins::text, 0));
  else
    perform pg_advisory_xact_lock(hashtextextended(c::text || ' call times', 0));
  end if;
  select k.zone, booking_facts(c) = facts
      and not exists (select from closure d where d.clinic_id = c and d.on_date = (begins at time zone k.zone)::date)
    into clinic_zone, holds from clinic k where k.id = c;
end $$;

-- As before; what another holds is not given, and the form's own hold ends with its booking. 'held' where nobody is free but by a hold.
create or replace function book_call(c uuid, facts text, candidates uuid[], caller jsonb, booked jsonb, link jsonb, letters jsonb)
returns text language plpgsql set search_path = public, pg_temp as $$
declare
  begins timestamptz := booked ->> 'start';
  finishes timestamptz := booked ->> 'end';
  at timestamptz := booked ->> 'at';
  room jsonb := booked -> 'room';
  form text := booked ->> 'form';
  appointment_id uuid := booked ->> 'id';
  caller_id uuid := caller ->> 'id';
  caller_state text := caller ->> 'state';
  clinic_zone text;
  holds boolean;
  held boolean := false;
  who uuid;
begin
  select w.clinic_zone, w.holds into clinic_zone, holds from wait_for_call(c, facts, begins, room) w;
  if holds is not true then return 'stale'; end if;
  insert into person (clinic_id, id, name, email, phone, state, zone, language, created_at)
    values (c, caller_id, caller ->> 'name', caller ->> 'email', caller ->> 'phone', caller_state, caller ->> 'zone',
      caller ->> 'language', at);
  foreach who in array candidates loop
    continue when not may_have_call(c, who, caller_state, begins, finishes, at, clinic_zone, room);
    if is_held(c, who, begins, finishes, at, clinic_zone, room, form) then
      held := true;
      continue;
    end if;
    insert into appointment (
        clinic_id, id, kind, person_id, clinician_id, during, state, zone, claims_shown, created_at, changed_at, before_minutes, after_minutes)
      values (c, appointment_id, 'call', caller_id, who, tstzrange(begins, finishes), 'booked', caller ->> 'zone', booked -> 'claims', at, at,
        nullif((room ->> 'before')::smallint, 0), nullif((room ->> 'after')::smallint, 0))
      on conflict do nothing;
    if found then
      if form is not null then
        update form_hold h set released_at = at where h.clinic_id = c and h.form_hash = form and h.released_at is null;
      end if;
      insert into link (clinic_id, id, purpose, record_id, issue, secret_hash, created_at, expires_at)
        values (c, (link ->> 'id')::uuid, 'appointment', appointment_id, 1, link ->> 'hash', at, (link ->> 'until')::timestamptz);
      insert into message (clinic_id, id, kind, about_id, due_at, created_at)
        select c, (each ->> 'id')::uuid, each ->> 'kind', appointment_id, (each ->> 'due')::timestamptz, at
        from jsonb_array_elements(letters) each;
      return who::text;
    end if;
  end loop;
  return case when held then 'held' end;
end $$;

create or replace function book_call_once(
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
  if who = 'held' then raise exception 'held' using errcode = 'DL003'; end if;
  perform end_deed(c, deed);
end $$;

-- Holds a time for a form: with whom, and until when; `why` where it holds none: 'stale' (the table of times no longer holds), 'taken',
-- 'over' (the form has had its minutes), 'enough' (all forms together would hold more of that day than `most_held`).
create function hold_for_form(
  c uuid, form text, facts text, candidates uuid[], wanted jsonb, out why text, out who uuid, out until timestamptz
) language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  begins timestamptz := wanted ->> 'start';
  finishes timestamptz := wanted ->> 'end';
  at timestamptz := wanted ->> 'at';
  room jsonb := wanted -> 'room';
  clinic_zone text;
  holds boolean;
  day date;
  others bigint;
begin
  select w.clinic_zone, w.holds into clinic_zone, holds from wait_for_call(c, facts, begins, room) w;
  if holds is not true then why := 'stale'; return; end if;
  perform pg_advisory_xact_lock(hashtextextended(c::text || ' forms', 0));
  select h.held_until into until from form_hold h where h.clinic_id = c and h.form_hash = form;
  if until <= at then why := 'over'; return; end if;
  until := coalesce(until, (wanted ->> 'until')::timestamptz);
  day := (begins at time zone clinic_zone)::date;
  select count(*) into others from form_hold h
    where h.clinic_id = c and h.form_hash <> form and h.released_at is null and h.held_until > at
    and h.starts_at >= day::timestamp at time zone clinic_zone and h.starts_at < (day + 1)::timestamp at time zone clinic_zone;
  if others >= (wanted ->> 'most_held')::int then why := 'enough'; return; end if;
  foreach who in array candidates loop
    continue when not may_have_call(c, who, wanted ->> 'state', begins, finishes, at, clinic_zone, room)
      or is_held(c, who, begins, finishes, at, clinic_zone, room, form);
    insert into form_hold as h (clinic_id, form_hash, clinician_id, during, before_minutes, after_minutes, held_until)
      values (c, form, who, tstzrange(begins, finishes), nullif((room ->> 'before')::smallint, 0), nullif((room ->> 'after')::smallint, 0),
        until)
      on conflict (clinic_id, form_hash) do update
        set clinician_id = excluded.clinician_id, during = excluded.during, before_minutes = excluded.before_minutes,
          after_minutes = excluded.after_minutes, released_at = null;
    return;
  end loop;
  who := null;
  why := 'taken';
end $$;

grant execute on function calls_of_day(uuid, uuid, date, timestamptz, text),
  may_have_call(uuid, uuid, text, timestamptz, timestamptz, timestamptz, text, jsonb),
  is_held(uuid, uuid, timestamptz, timestamptz, timestamptz, text, jsonb, text),
  wait_for_call(uuid, text, timestamptz, jsonb),
  hold_for_form(uuid, text, text, uuid[], jsonb) to app_user;
