-- Problems, medicines and allergies of a person. A row is one version of an entry: the newest of an `entry_id` counts, every older one
-- stays readable, and a struck entry keeps its words and says why.
create table person_problem (
  clinic_id uuid not null,
  id uuid not null,
  entry_id uuid not null,
  person_id uuid not null,
  text text not null,
  code text,
  since text,
  note text,
  struck_reason text,
  entered_by uuid not null,
  entered_at timestamptz not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, person_id) references person,
  foreign key (clinic_id, entered_by) references staff
);
select clinic_owned('person_problem');
select append_only('person_problem');
create index person_problem_of on person_problem (clinic_id, person_id);

create table person_medicine (
  clinic_id uuid not null,
  id uuid not null,
  entry_id uuid not null,
  person_id uuid not null,
  text text not null,
  code text,
  dose text,
  status text not null check (status in ('taking', 'stopped', 'unknown')),
  note text,
  -- When somebody went through it with the person; null: nobody has.
  checked_at timestamptz,
  struck_reason text,
  entered_by uuid not null,
  entered_at timestamptz not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, person_id) references person,
  foreign key (clinic_id, entered_by) references staff
);
select clinic_owned('person_medicine');
select append_only('person_medicine');
create index person_medicine_of on person_medicine (clinic_id, person_id);

-- `none known` is what somebody said on a day; it takes no allergy away.
create table person_allergy (
  clinic_id uuid not null,
  id uuid not null,
  entry_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('allergy', 'none known')),
  text text not null,
  code text,
  reaction text,
  note text,
  struck_reason text,
  -- Null: it stood in the one field that allergies had before.
  entered_by uuid,
  entered_at timestamptz not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, person_id) references person,
  foreign key (clinic_id, entered_by) references staff
);
select clinic_owned('person_allergy');
select append_only('person_allergy');
create index person_allergy_of on person_allergy (clinic_id, person_id);

-- The field's words move as they stand: nobody here may split a sentence about an allergy.
insert into person_allergy (clinic_id, id, entry_id, person_id, kind, text, entered_at)
select clinic_id, made, made, id,
  case when allergies ~* '^\s*(none|nil|nkda|nka|no|none known|no known( drug)? allerg(y|ies))\s*[.]?\s*$' then 'none known' else 'allergy' end,
  btrim(allergies), created_at
from (select *, gen_random_uuid() as made from person where btrim(coalesce(allergies, '')) <> '') as said;
alter table person drop column allergies;
