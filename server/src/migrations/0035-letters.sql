-- A letter may carry the desk's own words, says what its reader knows after it, and may be refused for good.
alter table message add column words text;
alter table message add column told jsonb;
alter table message add column failed_at timestamptz;
alter table message add column failure text;
-- What was promised before there were other kinds of appointments than calls goes by the new names.
alter table message no force row level security;
update message set kind = case kind when 'call-booked' then 'appointment-told' else 'appointment-reminder' end
  where kind in ('call-booked', 'call-reminder') and sent_at is null and dropped_at is null;
alter table message force row level security;
create index message_about on message (clinic_id, about_id, sent_at);
create index message_to on message (clinic_id, recipient, sent_at);

-- How often the person's own link has moved an appointment.
alter table appointment add column moved_by_link integer not null default 0;

-- An address at which a mail server takes no letters. It belongs to no record: whoever has it is marked, before and after a merge.
create table refused_address (
  clinic_id uuid not null references clinic,
  email text not null,
  why text not null,
  message_id uuid,
  refused_at timestamptz not null,
  cleared_at timestamptz,
  primary key (clinic_id, email)
);
select clinic_owned('refused_address');

-- A person's word that they want no more letters of a kind, or that they want them again; the newest counts.
create table letter_choice (
  clinic_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('check-ins', 'reminders')),
  is_wanted boolean not null,
  said_at timestamptz not null,
  entered_by uuid,
  place integer not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, person_id) references person,
  foreign key (clinic_id, entered_by) references staff
);
select clinic_owned('letter_choice');
select append_only('letter_choice');
create unique index letter_choice_person on letter_choice (clinic_id, person_id, kind, place);
