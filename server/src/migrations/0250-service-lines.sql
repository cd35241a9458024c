-- What a clinic offers, by line. Every save is a version that holds from a day on; the end of a line is a version too, and nothing is overwritten.
create table service_line_version (
  clinic_id uuid not null references clinic,
  line_id text not null check (line_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  version integer not null check (version > 0),
  holds_from date not null,
  is_retired boolean not null default false,
  terms jsonb not null,
  reason text,
  set_by uuid not null,
  set_at timestamptz not null,
  primary key (clinic_id, line_id, version),
  foreign key (clinic_id, set_by) references staff,
  check (not is_retired or reason is not null)
);
select clinic_owned('service_line_version');
select append_only('service_line_version');
select proved('service_line_version');

-- Under which line an appointment stands; rows from before, and calls, say it by their kind.
alter table appointment add column line_id text;

-- A changed line is a changed fact of booking: a table of times that was made before no longer holds.
create or replace function booking_facts(c uuid) returns text language sql stable set search_path = public, pg_temp as $$
  select md5(concat_ws('|', hours::text, zone, states::text, set_up_at::text,
    (select count(*) from clinic_policy_value v where v.clinic_id = c),
    (select count(*) from default_approval a where a.clinic_id = c and a.definition_kind = 'policy'),
    (select count(*) from service_line_version l where l.clinic_id = c)))
  from clinic where id = c
$$;
