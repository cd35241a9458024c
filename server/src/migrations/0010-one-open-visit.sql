-- A person has one open visit at a time. The row is there from the arrival on and closes with the visit; a race meets the index.
create table open_visit (
  clinic_id uuid not null,
  -- The visit's own id.
  id uuid not null,
  person_id uuid not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  -- Open beside another one before the database refused it, or by a merge: both stay to be closed, and the gates read both.
  was_double boolean not null default false,
  primary key (clinic_id, id),
  foreign key (clinic_id, id) references session,
  foreign key (clinic_id, person_id) references person
);

insert into open_visit (clinic_id, id, person_id, opened_at)
  select s.clinic_id, s.id, coalesce(p.merged_into, p.id), s.created_at
  from session s join person p on p.clinic_id = s.clinic_id and p.id = s.person_id
  where not exists (
    select from session_event e where e.clinic_id = s.clinic_id and e.session_id = s.id and e.kind in ('left', 'cancelled'));
update open_visit as late set was_double = true
  where exists (
    select from open_visit as first where first.clinic_id = late.clinic_id and first.person_id = late.person_id
      and (first.opened_at, first.id) < (late.opened_at, late.id));

create unique index one_open_visit on open_visit (clinic_id, person_id) where closed_at is null and not was_double;
select clinic_owned('open_visit');

create function open_visit_refiled() returns trigger language plpgsql as $$
begin
  new.was_double := exists (
    select from open_visit o where o.clinic_id = new.clinic_id and o.person_id = new.person_id and o.closed_at is null and o.id <> new.id);
  return new;
end $$;
create trigger refiled before update of person_id on open_visit for each row
  when (new.person_id <> old.person_id) execute function open_visit_refiled();
