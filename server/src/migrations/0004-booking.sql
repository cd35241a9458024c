create table closure (
  clinic_id uuid not null references clinic,
  id uuid not null,
  on_date date not null,
  reason text not null,
  primary key (clinic_id, id),
  unique (clinic_id, on_date)
);
select clinic_owned('closure');
grant delete on closure to app_user;

-- Calls and infusion visits alike: the database itself refuses two in one place at one time.
create table appointment (
  clinic_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('call', 'infusion')),
  person_id uuid not null,
  clinician_id uuid,
  chair_id uuid,
  during tstzrange not null,
  state text not null check (state in ('booked', 'cancelled', 'done', 'missed')),
  zone text not null,
  sequence integer not null default 0,
  claims_shown jsonb not null default '[]',
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, person_id) references person,
  foreign key (clinic_id, clinician_id) references staff,
  foreign key (clinic_id, chair_id) references chair,
  check ((kind = 'call') = (clinician_id is not null) and (kind = 'infusion') = (chair_id is not null)),
  constraint one_call_at_a_time exclude using gist (clinic_id with =, clinician_id with =, during with &&) where (state = 'booked' and clinician_id is not null),
  constraint one_patient_a_chair exclude using gist (clinic_id with =, chair_id with =, during with &&) where (state = 'booked' and chair_id is not null)
);
select clinic_owned('appointment');
create index appointment_person on appointment (clinic_id, person_id);

create table call (
  clinic_id uuid not null,
  id uuid not null,
  appointment_id uuid not null,
  person_id uuid not null,
  started_by uuid not null,
  started_at timestamptz not null,
  primary key (clinic_id, id),
  unique (clinic_id, appointment_id),
  foreign key (clinic_id, appointment_id) references appointment,
  foreign key (clinic_id, person_id) references person,
  foreign key (clinic_id, started_by) references staff
);
select clinic_owned('call');
select append_only('call');

-- What was said on the call, line by line; the last line of a question is its answer.
create table call_entry (
  clinic_id uuid not null,
  id uuid not null,
  call_id uuid not null,
  question text not null,
  answer jsonb not null,
  entered_by uuid not null,
  entered_at timestamptz not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, call_id) references call,
  foreign key (clinic_id, entered_by) references staff
);
select clinic_owned('call_entry');
select append_only('call_entry');

create table call_outcome (
  clinic_id uuid not null,
  id uuid not null,
  call_id uuid not null,
  outcome text not null check (outcome in ('book evaluation', 'need records', 'not suitable now', 'urgent referral', 'declined')),
  next_step text not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (clinic_id, id),
  unique (clinic_id, call_id),
  foreign key (clinic_id, call_id) references call,
  foreign key (clinic_id, decided_by) references staff
);
select clinic_owned('call_outcome');
select append_only('call_outcome');
