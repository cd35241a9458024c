-- What became of each booking that a change of the clinic touched: a closed day, other hours, a chair out of use, somebody who left.
create table touched_booking (
  clinic_id uuid not null,
  id uuid not null,
  appointment_id uuid not null,
  whys text[] not null,
  became text not null check (became in ('kept', 'passed on', 'moved', 'canceled')),
  said_at timestamptz not null,
  said_by uuid not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, appointment_id) references appointment,
  foreign key (clinic_id, said_by) references staff
);
select clinic_owned('touched_booking');
select append_only('touched_booking');
create index touched_booking_of on touched_booking (clinic_id, appointment_id, said_at);
