-- Somebody may hold several roles: rights add up.
alter table account drop constraint account_role_check;
alter table account alter column role type text[] using array[role];
alter table account rename column role to roles;
alter table account add constraint account_roles_check
  check (cardinality(roles) > 0 and roles <@ array['owner', 'prescriber', 'nurse', 'front desk']);

alter table invitation drop constraint invitation_role_check;
alter table invitation alter column role type text[] using array[role];
alter table invitation rename column role to roles;
alter table invitation add constraint invitation_roles_check
  check (cardinality(roles) > 0 and roles <@ array['owner', 'prescriber', 'nurse', 'front desk']);

-- A license is held in one state and has an end. A changed one is ended and written again: what stood stays readable.
-- Kind, number and end are null in rows that come from the time before they were asked for.
create table staff_license (
  clinic_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  state text not null,
  kind text check (kind in ('MD', 'DO', 'PA', 'NP', 'CRNA', 'RN', 'LPN', 'RPh')),
  number text,
  valid_until date,
  created_at timestamptz not null,
  entered_by uuid,
  ended_at timestamptz,
  primary key (clinic_id, id),
  foreign key (clinic_id, staff_id) references staff,
  foreign key (clinic_id, entered_by) references account
);
create unique index staff_license_open on staff_license (clinic_id, staff_id, state, coalesce(kind, '')) where ended_at is null;

alter table staff no force row level security;
insert into staff_license (clinic_id, id, staff_id, state, kind, created_at)
  select clinic_id, gen_random_uuid(), id, state,
    case when upper(trim(title)) in ('MD', 'DO', 'PA', 'NP', 'CRNA', 'RN', 'LPN') then upper(trim(title)) end, created_at
  from staff, unnest(licensed_states) as state;
alter table staff force row level security;
select clinic_owned('staff_license');

alter table staff drop column licensed_states;

alter table invitation no force row level security;
alter table invitation add column licenses jsonb not null default '[]';
update invitation set licenses = (
  select coalesce(jsonb_agg(jsonb_build_object('state', state, 'kind',
    case when upper(trim(title)) in ('MD', 'DO', 'PA', 'NP', 'CRNA', 'RN', 'LPN') then upper(trim(title)) end,
    'number', null, 'validUntil', null)), '[]')
  from unnest(licensed_states) as state);
alter table invitation force row level security;
alter table invitation drop column licensed_states;
