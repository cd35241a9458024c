-- A plan is written once, when it is signed; before that it lives on the prescriber's screen.
create table plan (
  clinic_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  decision_id uuid not null,
  consent_id uuid not null,
  indication text not null check (indication in ('pain', 'depression')),
  protocol_id text not null,
  protocol_version text not null,
  sessions integer not null check (sessions between 1 and 40),
  weight_kg numeric not null,
  weight_at timestamptz not null,
  dose jsonb not null,
  model_id text not null,
  model_version text not null,
  inputs jsonb not null,
  curve_hash text not null,
  seed text not null,
  findings jsonb not null,
  signed_by uuid not null,
  signed_at timestamptz not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, person_id) references person,
  foreign key (clinic_id, decision_id) references decision,
  foreign key (clinic_id, consent_id) references consent,
  foreign key (clinic_id, signed_by) references staff
);
select clinic_owned('plan');
select append_only('plan');
create index plan_person on plan (clinic_id, person_id);

create table plan_closure (
  clinic_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  reason text not null,
  closed_by uuid,
  closed_at timestamptz not null,
  primary key (clinic_id, id),
  unique (clinic_id, plan_id),
  foreign key (clinic_id, plan_id) references plan,
  foreign key (clinic_id, closed_by) references staff
);
select clinic_owned('plan_closure');
select append_only('plan_closure');

-- One session's signed dose, frozen. A renewal is a new order that names the one it replaces.
create table infusion_order (
  clinic_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  person_id uuid not null,
  number integer not null,
  appointment_id uuid,
  replaces_id uuid,
  valid_from timestamptz not null,
  valid_until timestamptz not null,
  weight_kg numeric not null,
  weight_at timestamptz not null,
  dose_mg numeric not null check (dose_mg > 0),
  rate_mg_per_hour numeric not null,
  minutes integer not null,
  vial_mg_per_ml numeric not null,
  draw_up_ml numeric not null,
  infusate_mg numeric not null,
  final_ml numeric not null,
  rate_ml_per_hour numeric not null,
  volume_ml numeric not null,
  cap_mg_per_hour numeric,
  dose jsonb not null,
  model_id text not null,
  model_version text not null,
  inputs jsonb not null,
  signed_by uuid not null,
  signed_at timestamptz not null,
  primary key (clinic_id, id),
  unique (clinic_id, replaces_id),
  foreign key (clinic_id, plan_id) references plan,
  foreign key (clinic_id, person_id) references person,
  foreign key (clinic_id, appointment_id) references appointment,
  foreign key (clinic_id, replaces_id) references infusion_order,
  foreign key (clinic_id, signed_by) references staff
);
select clinic_owned('infusion_order');
select append_only('infusion_order');
create unique index one_first_order_a_number on infusion_order (clinic_id, plan_id, number) where replaces_id is null;
