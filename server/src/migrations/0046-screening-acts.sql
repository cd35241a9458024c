-- What was asked for so that a finding can clear, kept with the screening it stands in: nobody asks twice.
create table screening_request (
  clinic_id uuid not null,
  id uuid not null,
  screening_id uuid not null,
  rule text not null,
  what text not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  primary key (clinic_id, id),
  unique (clinic_id, screening_id, rule),
  foreign key (clinic_id, screening_id) references screening,
  foreign key (clinic_id, asked_by) references staff
);
select clinic_owned('screening_request');
select append_only('screening_request');

-- How the prescriber means to meet a caution, in their words, beside their name.
alter table decision add column mitigations jsonb not null default '[]';
