-- How a call goes on is one of a list, and what was booked on it is named; outcomes of the time before have neither.
alter table call_outcome add column next text;
alter table call_outcome add column booked_id uuid;
alter table call_outcome add foreign key (clinic_id, booked_id) references appointment;

-- A call that was begun by mistake is taken back; it stays readable, and the appointment can be called again.
alter table call add column number integer not null default 1;
alter table call drop constraint call_clinic_id_appointment_id_key;
alter table call add unique (clinic_id, appointment_id, number);
create table call_taken_back (
  clinic_id uuid not null,
  call_id uuid not null,
  taken_back_by uuid not null,
  taken_back_at timestamptz not null,
  primary key (clinic_id, call_id),
  foreign key (clinic_id, call_id) references call,
  foreign key (clinic_id, taken_back_by) references staff
);
select clinic_owned('call_taken_back');
select append_only('call_taken_back');
