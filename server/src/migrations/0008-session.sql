-- One infusion visit. What happened in it stands in its events; what is true is folded from them.
create table session (
  clinic_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  plan_id uuid not null,
  order_id uuid not null,
  appointment_id uuid not null,
  chair_id uuid not null,
  created_at timestamptz not null,
  primary key (clinic_id, id),
  unique (clinic_id, order_id),
  unique (clinic_id, appointment_id),
  foreign key (clinic_id, person_id) references person,
  foreign key (clinic_id, plan_id) references plan,
  foreign key (clinic_id, order_id) references infusion_order,
  foreign key (clinic_id, appointment_id) references appointment,
  foreign key (clinic_id, chair_id) references chair
);
select clinic_owned('session');
select append_only('session');

create table session_event (
  clinic_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  kind text not null,
  at timestamptz not null,
  body jsonb not null,
  amends_id uuid,
  entered_by uuid not null,
  entered_at timestamptz not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, session_id) references session,
  foreign key (clinic_id, amends_id) references session_event,
  foreign key (clinic_id, entered_by) references staff
);
select clinic_owned('session_event');
select append_only('session_event');
create index session_event_session on session_event (clinic_id, session_id, at);
create unique index happens_once on session_event (clinic_id, session_id, kind) 
  where amends_id is null and kind in ('arrived', 'started', 'stopped', 'recovering', 'left', 'cancelled');
