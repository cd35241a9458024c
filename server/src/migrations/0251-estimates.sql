-- Good-faith estimates. Each is kept as it was made, with everything it was made of; a change makes the next version.
create table estimate (
  clinic_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  version integer not null check (version > 0),
  -- Lines, days and prices as they stood, each with the version of its line.
  items jsonb not null,
  total_usd numeric(12, 2) not null check (total_usd >= 0),
  -- By the end of which day of the clinic it is to be sent.
  due_by date not null,
  -- Null where a booking made it.
  asked_by uuid,
  made_at timestamptz not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, person_id) references person,
  foreign key (clinic_id, asked_by) references staff
);
select clinic_owned('estimate');
select append_only('estimate');
select proved('estimate');
create index estimate_person on estimate (clinic_id, person_id);

-- An estimate that was given on paper, where no letter arrives.
create table estimate_handed (
  clinic_id uuid not null,
  estimate_id uuid not null,
  handed_by uuid not null,
  handed_at timestamptz not null,
  primary key (clinic_id, estimate_id),
  foreign key (clinic_id, estimate_id) references estimate,
  foreign key (clinic_id, handed_by) references staff
);
select clinic_owned('estimate_handed');
select append_only('estimate_handed');
select proved('estimate_handed');
