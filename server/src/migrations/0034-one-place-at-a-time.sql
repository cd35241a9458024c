-- A third kind of appointment, one person in one place at a time, and a time that is held while a letter is read.
alter table appointment drop constraint appointment_kind_check;
alter table appointment drop constraint appointment_check;
alter table appointment add constraint appointment_kind_check check (kind in ('call', 'evaluation', 'infusion'));
alter table appointment add column place text check (place in ('clinic', 'phone'));
alter table appointment add constraint appointment_check check (
  (kind in ('call', 'evaluation')) = (clinician_id is not null)
  and (kind = 'infusion') = (chair_id is not null)
  and (kind = 'evaluation') = (place is not null));

-- Whose time it takes: the record that stands after every merge. Kept by the two triggers below, never by hand.
alter table appointment add column whose uuid;
-- Booked before the database refused it: such a row stays readable and cannot be made anew.
alter table appointment add column was_double boolean not null default false;

-- FORCE binds the owner; the rows of every clinic are filled in here and now.
alter table appointment no force row level security;
alter table person no force row level security;
update appointment set whose = coalesce(person.merged_into, person.id)
  from person where person.clinic_id = appointment.clinic_id and person.id = appointment.person_id;
update appointment as late set was_double = true
  where late.state = 'booked' and exists (
    select from appointment as first
    where first.clinic_id = late.clinic_id and first.whose = late.whose and first.state = 'booked' and first.id <> late.id
      and first.during && late.during and (first.created_at, first.id) < (late.created_at, late.id));

alter table appointment add constraint appointment_is_somebodys check (whose is not null);
alter table appointment add foreign key (clinic_id, whose) references person;
alter table appointment add constraint one_place_at_a_time
  exclude using gist (clinic_id with =, whose with =, during with &&) where (state = 'booked' and not was_double);

alter table appointment force row level security;
alter table person force row level security;

create function appointment_whose() returns trigger language plpgsql as $$
begin
  select coalesce(merged_into, id) into new.whose from person where clinic_id = new.clinic_id and id = new.person_id;
  return new;
end $$;
create trigger whose_time before insert or update of person_id on appointment for each row execute function appointment_whose();

create function merged_whose() returns trigger language plpgsql as $$
begin
  update appointment set whose = coalesce(new.merged_into, new.id) where clinic_id = new.clinic_id and person_id = new.id;
  return new;
end $$;
create trigger whose_time after update of merged_into on person for each row execute function merged_whose();

create index appointment_whose on appointment (clinic_id, whose);
create index appointment_during on appointment using gist (clinic_id, during);

-- A free time that somebody at the desk is about to give: nobody else is offered it until then.
create table time_hold (
  clinic_id uuid not null,
  id uuid not null,
  appointment_id uuid not null,
  clinician_id uuid,
  chair_id uuid,
  during tstzrange not null,
  held_by uuid not null,
  held_until timestamptz not null,
  released_at timestamptz,
  primary key (clinic_id, id),
  foreign key (clinic_id, appointment_id) references appointment,
  foreign key (clinic_id, clinician_id) references staff,
  foreign key (clinic_id, chair_id) references chair,
  foreign key (clinic_id, held_by) references staff,
  check ((clinician_id is null) <> (chair_id is null))
);
select clinic_owned('time_hold');
create index time_hold_open on time_hold (clinic_id, held_until) where released_at is null;
