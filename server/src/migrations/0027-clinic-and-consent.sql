-- What consents and after-care name; null until the clinic has said it.
alter table clinic
  add column phone text,
  add column after_hours_phone text,
  add column address text,
  add column date_order text not null default 'month first' check (date_order in ('month first', 'day first'));

-- Who signed, for whom, and the very words that were signed; null in consents older than these columns.
alter table consent
  add column person_name text,
  add column representative_relation text,
  add column representative_authority text,
  add column signed_text jsonb;

-- A consent that is taken back holds no longer; what was signed stays readable.
create table consent_withdrawal (
  clinic_id uuid not null,
  id uuid not null,
  consent_id uuid not null,
  person_id uuid not null,
  reason text not null,
  taken_by uuid not null,
  withdrawn_at timestamptz not null,
  primary key (clinic_id, id),
  unique (clinic_id, consent_id),
  foreign key (clinic_id, consent_id) references consent,
  foreign key (clinic_id, person_id) references person,
  foreign key (clinic_id, taken_by) references staff
);
select clinic_owned('consent_withdrawal');
select append_only('consent_withdrawal');
