-- One question asked of one person on one day of a course.
create table assessment (
  clinic_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('daily pain', 'after session', 'follow-up', 'phq-9')),
  day integer not null,
  session_id uuid,
  due_at timestamptz not null,
  closes_at timestamptz not null,
  cancelled_at timestamptz,
  created_at timestamptz not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, plan_id) references plan,
  foreign key (clinic_id, person_id) references person,
  foreign key (clinic_id, session_id) references session
);
select clinic_owned('assessment');
create unique index asked_once on assessment (clinic_id, plan_id, kind, day, coalesce(session_id, plan_id)) where cancelled_at is null;
create index assessment_due on assessment (clinic_id, due_at);

-- Each tap saves; the last answer before the patient's midnight counts.
create table assessment_answer (
  clinic_id uuid not null,
  id uuid not null,
  assessment_id uuid not null,
  person_id uuid not null,
  body jsonb not null,
  answered_at timestamptz not null,
  -- Two taps in one millisecond still have an order.
  place integer not null,
  entered_by uuid,
  primary key (clinic_id, id),
  foreign key (clinic_id, assessment_id) references assessment,
  foreign key (clinic_id, person_id) references person,
  foreign key (clinic_id, entered_by) references staff
);
select clinic_owned('assessment_answer');
select append_only('assessment_answer');
create unique index assessment_answer_of on assessment_answer (clinic_id, assessment_id, place);

-- Day 0 of the follow-up, set once.
create table day_zero (
  clinic_id uuid not null,
  plan_id uuid not null,
  on_date date not null,
  cause text not null check (cause in ('last session', 'closed', 'fourteen days')),
  set_at timestamptz not null,
  primary key (clinic_id, plan_id),
  foreign key (clinic_id, plan_id) references plan
);
select clinic_owned('day_zero');
select append_only('day_zero');

-- A patient's own word that they want no more questions in a course, or that they want them again; the newest counts.
create table asking (
  clinic_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  person_id uuid not null,
  is_wanted boolean not null,
  said_at timestamptz not null,
  place integer not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, plan_id) references plan,
  foreign key (clinic_id, person_id) references person
);
select clinic_owned('asking');
select append_only('asking');
create unique index asking_plan on asking (clinic_id, plan_id, place);
