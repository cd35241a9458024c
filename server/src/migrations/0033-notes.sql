-- Notes on a person outside a visit, kept as the lists of the chart are: the newest version of an entry counts, all stay readable.
create table person_note (
  clinic_id uuid not null,
  id uuid not null,
  entry_id uuid not null,
  person_id uuid not null,
  text text not null,
  code text,
  note text,
  struck_reason text,
  entered_by uuid not null,
  entered_at timestamptz not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, person_id) references person,
  foreign key (clinic_id, entered_by) references staff
);
select clinic_owned('person_note');
select append_only('person_note');
create index person_note_of on person_note (clinic_id, person_id);
