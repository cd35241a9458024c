-- Below row level security only leakproof operators use an index, and ranges have none: the two ends of a time as plain columns.
alter table appointment add column starts_at timestamptz generated always as (lower(during)) stored;
alter table appointment add column ends_at timestamptz generated always as (upper(during)) stored;
alter table time_hold add column starts_at timestamptz generated always as (lower(during)) stored;
alter table time_hold add column ends_at timestamptz generated always as (upper(during)) stored;

create index appointment_ends on appointment (clinic_id, ends_at) where state = 'booked';
create index appointment_starts on appointment (clinic_id, starts_at);
create index appointment_clinician on appointment (clinic_id, clinician_id, ends_at) where state = 'booked';

-- What grows with the clinic is found by an index wherever a request looks for it.
create index session_person on session (clinic_id, person_id);
create index session_plan on session (clinic_id, plan_id);
create index infusion_order_plan on infusion_order (clinic_id, plan_id);
create index infusion_order_appointment on infusion_order (clinic_id, appointment_id);
create index assessment_plan on assessment (clinic_id, plan_id);

-- A mark of what a table of times was made from, other than bookings: when it differs, the table is made anew before anything is booked by it.
create function booking_facts(c uuid) returns text language sql stable set search_path = public, pg_temp as $$
  select md5(concat_ws('|', hours::text, zone, states::text, set_up_at::text,
    (select count(*) from clinic_policy_value v where v.clinic_id = c),
    (select count(*) from default_approval a where a.clinic_id = c and a.definition_kind = 'policy')))
  from clinic where id = c
$$;

-- Books the free call for somebody who is new: the first of these clinicians who takes calls, is licensed and free then has it, and person,
-- link and letters are written with it. The clinician, null when nobody is free, 'stale' when the table of times no longer holds.
create function book_call(c uuid, facts text, candidates uuid[], caller jsonb, booked jsonb, link jsonb, letters jsonb)
returns text language plpgsql set search_path = public, pg_temp as $$
declare
  begins timestamptz := (booked->>'start')::timestamptz;
  finishes timestamptz := (booked->>'end')::timestamptz;
  at timestamptz := (booked->>'at')::timestamptz;
  day date;
  who uuid;
  made uuid;
begin
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
