create table vial (
  clinic_id uuid not null,
  id uuid not null,
  number text not null,
  drug text not null,
  lot text not null,
  mg_per_ml numeric not null check (mg_per_ml > 0),
  volume_ml numeric not null check (volume_ml > 0),
  expires_on date not null,
  received_at timestamptz not null,
  primary key (clinic_id, id),
  unique (clinic_id, number),
  foreign key (clinic_id) references clinic
);
select clinic_owned('vial');
select append_only('vial');

-- The controlled-drug book. What enters or leaves the safe has a signed ml; given and wasted are parts of what left.
create table substance_line (
  clinic_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('received', 'withdrawn', 'returned', 'given', 'wasted', 'corrected')),
  vial_id uuid not null,
  ml numeric not null,
  mg numeric not null,
  person_id uuid,
  session_id uuid,
  corrects_id uuid,
  note text,
  entered_by uuid not null,
  witness_id uuid,
  proof_id uuid,
  at timestamptz not null,
  entered_at timestamptz not null,
  primary key (clinic_id, id),
  unique (clinic_id, corrects_id),
  foreign key (clinic_id, vial_id) references vial,
  foreign key (clinic_id, corrects_id) references substance_line,
  foreign key (clinic_id, entered_by) references account,
  foreign key (clinic_id, witness_id) references account,
  foreign key (clinic_id, proof_id) references proof,
  check (witness_id <> entered_by),
  check (kind = 'given' or witness_id is not null)
);
select clinic_owned('substance_line');
select append_only('substance_line');
create index substance_line_vial on substance_line (clinic_id, vial_id);
create index substance_line_session on substance_line (clinic_id, session_id);

create table stock_count (
  clinic_id uuid not null references clinic,
  id uuid not null,
  opened_by uuid not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  agreed boolean,
  primary key (clinic_id, id),
  foreign key (clinic_id, opened_by) references account
);
select clinic_owned('stock_count');
create unique index one_open_count on stock_count (clinic_id) where closed_at is null;

create table stock_count_entry (
  clinic_id uuid not null,
  id uuid not null,
  count_id uuid not null,
  counted_by uuid not null,
  sealed integer not null,
  opened jsonb not null,
  counted_at timestamptz not null,
  primary key (clinic_id, id),
  unique (clinic_id, count_id, counted_by),
  foreign key (clinic_id, count_id) references stock_count,
  foreign key (clinic_id, counted_by) references account
);
select clinic_owned('stock_count_entry');
select append_only('stock_count_entry');

-- Millilitres of one opened vial; without a vial it is about the number of sealed ones.
create table discrepancy (
  clinic_id uuid not null,
  id uuid not null,
  count_id uuid not null,
  vial_id uuid,
  book numeric not null,
  counted numeric not null,
  owner_id uuid not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  closed_by uuid,
  action text,
  primary key (clinic_id, id),
  foreign key (clinic_id, count_id) references stock_count,
  foreign key (clinic_id, vial_id) references vial,
  foreign key (clinic_id, owner_id) references account,
  foreign key (clinic_id, closed_by) references account
);
select clinic_owned('discrepancy');
