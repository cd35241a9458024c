-- One answer of a person's chart; the latest of a key counts, the older ones stay readable.
create table answer (
  clinic_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  key text not null,
  value jsonb not null,
  measured_at timestamptz not null,
  source text not null check (source in ('call', 'form', 'check-in', 'follow-up')),
  entered_by uuid not null,
  entered_at timestamptz not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, person_id) references person,
  foreign key (clinic_id, entered_by) references staff
);
select clinic_owned('answer');
select append_only('answer');
create index answer_latest on answer (clinic_id, person_id, key, measured_at desc);

-- The rules over one chart at one instant, frozen with what was read and in which versions.
create table screening (
  clinic_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  indication text not null check (indication in ('pain', 'depression')),
  chart jsonb not null,
  findings jsonb not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, person_id) references person,
  foreign key (clinic_id, made_by) references staff
);
select clinic_owned('screening');
select append_only('screening');

create table decision (
  clinic_id uuid not null,
  id uuid not null,
  screening_id uuid not null,
  person_id uuid not null,
  decision text not null check (decision in ('accept', 'defer', 'decline')),
  reason text not null,
  overrides jsonb not null default '[]',
  acknowledged jsonb not null default '[]',
  look_again_on date,
  decided_by uuid not null,
  second_signer uuid,
  decided_at timestamptz not null,
  primary key (clinic_id, id),
  unique (clinic_id, screening_id),
  foreign key (clinic_id, screening_id) references screening,
  foreign key (clinic_id, person_id) references person,
  foreign key (clinic_id, decided_by) references staff,
  foreign key (clinic_id, second_signer) references staff
);
select clinic_owned('decision');
select append_only('decision');
