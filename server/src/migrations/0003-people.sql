create table staff (
  clinic_id uuid not null,
  id uuid not null,
  title text not null,
  licensed_states text[] not null default '{}',
  takes_calls boolean not null default false,
  created_at timestamptz not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, id) references account
);
select clinic_owned('staff');

create table chair (
  clinic_id uuid not null references clinic,
  id uuid not null,
  name text not null,
  position integer not null,
  closed_at timestamptz,
  primary key (clinic_id, id),
  unique (clinic_id, name)
);
select clinic_owned('chair');

-- An invitation becomes an account when its link is opened.
create table invitation (
  clinic_id uuid not null references clinic,
  id uuid not null,
  email text not null,
  name text not null,
  title text not null,
  role text not null check (role in ('owner', 'prescriber', 'nurse', 'front desk')),
  licensed_states text[] not null default '{}',
  takes_calls boolean not null default false,
  invited_by uuid,
  created_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz,
  primary key (clinic_id, id),
  foreign key (clinic_id, invited_by) references account
);
select clinic_owned('invitation');

-- A prescriber's word that the clinic works by a definition in this version.
create table default_approval (
  clinic_id uuid not null,
  id uuid not null,
  definition_kind text not null,
  definition_id text not null,
  version text not null,
  approved_by uuid not null,
  approved_at timestamptz not null,
  primary key (clinic_id, id),
  unique (clinic_id, definition_kind, definition_id, version),
  foreign key (clinic_id, approved_by) references staff
);
select clinic_owned('default_approval');
select append_only('default_approval');

-- A caller, and the same person as a patient once a prescriber accepts.
create table person (
  clinic_id uuid not null references clinic,
  id uuid not null,
  name text not null,
  email text not null,
  phone text not null,
  state text not null,
  zone text not null,
  date_of_birth date,
  sex text check (sex in ('female', 'male')),
  height_cm numeric,
  allergies text,
  created_at timestamptz not null,
  accepted_at timestamptz,
  accepted_by uuid,
  merged_into uuid,
  primary key (clinic_id, id),
  foreign key (clinic_id, accepted_by) references staff,
  foreign key (clinic_id, merged_into) references person
);
select clinic_owned('person');

-- What stood in a person's fields before somebody changed them: the old values stay readable.
create table person_change (
  clinic_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  before jsonb not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, person_id) references person,
  foreign key (clinic_id, changed_by) references staff
);
select clinic_owned('person_change');
select append_only('person_change');

-- Owned until closed by name, action and time.
create table alert (
  clinic_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  cause text not null,
  cause_id uuid not null,
  raised_at timestamptz not null,
  owner_id uuid,
  owned_at timestamptz,
  closed_by uuid,
  closed_at timestamptz,
  action text,
  primary key (clinic_id, id),
  unique (clinic_id, kind, cause_id),
  foreign key (clinic_id, person_id) references person,
  foreign key (clinic_id, owner_id) references staff,
  foreign key (clinic_id, closed_by) references staff
);
select clinic_owned('alert');

create table consent (
  clinic_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  indication text not null check (indication in ('pain', 'depression')),
  definition_id text not null,
  version text not null,
  signed_name text not null,
  taken_by uuid not null,
  signed_at timestamptz not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, person_id) references person,
  foreign key (clinic_id, taken_by) references staff
);
select clinic_owned('consent');
select append_only('consent');
