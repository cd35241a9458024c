-- What a prescriber lets a nurse give when it is needed: signed with an order, or added to one later by a prescriber.
create table as_needed_line (
  clinic_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  drug_id text not null,
  route text not null,
  dose_mg numeric not null check (dose_mg > 0),
  most_times integer not null check (most_times between 1 and 12),
  least_minutes integer not null check (least_minutes between 0 and 1440),
  reason text not null,
  signed_by uuid not null,
  signed_at timestamptz not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, order_id) references infusion_order,
  foreign key (clinic_id, signed_by) references staff
);
select clinic_owned('as_needed_line');
select append_only('as_needed_line');
create index as_needed_line_order on as_needed_line (clinic_id, order_id);

-- What stays open of a drug that was given in an emergency: which vial, who stood by, whose order. Each has an owner until it is closed.
create table drug_task (
  clinic_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  person_id uuid not null,
  event_id uuid not null,
  task text not null check (task in ('vial', 'second person', 'order')),
  owner_id uuid not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  closed_by uuid,
  note text,
  primary key (clinic_id, id),
  unique (clinic_id, event_id, task),
  foreign key (clinic_id, session_id) references session,
  foreign key (clinic_id, person_id) references person,
  foreign key (clinic_id, event_id) references session_event,
  foreign key (clinic_id, owner_id) references staff,
  foreign key (clinic_id, closed_by) references staff
);
select clinic_owned('drug_task');
create index drug_task_open on drug_task (clinic_id, session_id) where closed_at is null;
