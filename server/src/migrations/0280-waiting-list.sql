-- Who waits for a time: what for, how soon they can come, and when. What was asked for stays; how it ended is a line of its own.
create table waiting (
  clinic_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  service text not null check (service in ('call', 'evaluation', 'infusion')),
  -- Of an evaluation: where it is held.
  place text check (place in ('clinic', 'phone')),
  -- Of an infusion: the order whose visit was canceled.
  order_id uuid,
  notice_minutes integer not null check (notice_minutes between 0 and 20160),
  -- 1 is Monday; none is any day.
  weekdays integer[] not null check (weekdays <@ array[1, 2, 3, 4, 5, 6, 7]),
  part text not null check (part in ('any', 'morning', 'afternoon', 'evening')),
  until timestamptz not null,
  joined_at timestamptz not null,
  -- Null where they joined by themselves.
  joined_by uuid,
  primary key (clinic_id, id),
  foreign key (clinic_id, person_id) references person,
  foreign key (clinic_id, order_id) references infusion_order,
  foreign key (clinic_id, joined_by) references staff,
  check ((service = 'evaluation') = (place is not null)),
  check ((service = 'infusion') = (order_id is not null))
);
select clinic_owned('waiting');
select append_only('waiting');
create index waiting_person on waiting (clinic_id, person_id);
create index waiting_until on waiting (clinic_id, until);

create table waiting_end (
  clinic_id uuid not null,
  waiting_id uuid not null,
  why text not null check (why in ('booked', 'left', 'taken off', 'asked again')),
  appointment_id uuid,
  ended_at timestamptz not null,
  ended_by uuid,
  primary key (clinic_id, waiting_id),
  foreign key (clinic_id, waiting_id) references waiting,
  foreign key (clinic_id, appointment_id) references appointment,
  foreign key (clinic_id, ended_by) references staff,
  check ((why = 'booked') = (appointment_id is not null))
);
select clinic_owned('waiting_end');
select append_only('waiting_end');

-- A time that is free and was offered to those whom it fits.
create table freed_time (
  clinic_id uuid not null references clinic,
  id uuid not null,
  service text not null check (service in ('call', 'evaluation', 'infusion')),
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  found_at timestamptz not null,
  primary key (clinic_id, id)
);
select clinic_owned('freed_time');
select append_only('freed_time');
create index freed_time_start on freed_time (clinic_id, starts_at);

create table waiting_offer (
  clinic_id uuid not null,
  id uuid not null,
  freed_time_id uuid not null,
  waiting_id uuid not null,
  offered_at timestamptz not null,
  until timestamptz not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, freed_time_id) references freed_time,
  foreign key (clinic_id, waiting_id) references waiting
);
select clinic_owned('waiting_offer');
select append_only('waiting_offer');
create unique index one_offer_a_time on waiting_offer (clinic_id, freed_time_id, waiting_id);
create index waiting_offer_waiting on waiting_offer (clinic_id, waiting_id);

create table waiting_offer_declined (
  clinic_id uuid not null,
  offer_id uuid not null,
  declined_at timestamptz not null,
  primary key (clinic_id, offer_id),
  foreign key (clinic_id, offer_id) references waiting_offer
);
select clinic_owned('waiting_offer_declined');
select append_only('waiting_offer_declined');

-- What became of it, once: this key is what lets one of many who accept in the same moment be the first.
create table freed_time_end (
  clinic_id uuid not null,
  freed_time_id uuid not null,
  why text not null check (why in ('taken', 'gone', 'over')),
  offer_id uuid,
  appointment_id uuid,
  ended_at timestamptz not null,
  primary key (clinic_id, freed_time_id),
  foreign key (clinic_id, freed_time_id) references freed_time,
  foreign key (clinic_id, offer_id) references waiting_offer,
  foreign key (clinic_id, appointment_id) references appointment,
  check ((why = 'taken') = (offer_id is not null and appointment_id is not null))
);
select clinic_owned('freed_time_end');
select append_only('freed_time_end');

select proved(t) from unnest(array['waiting', 'waiting_end', 'freed_time', 'waiting_offer', 'waiting_offer_declined', 'freed_time_end']::regclass[]) t;
