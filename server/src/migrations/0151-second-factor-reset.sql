-- Who took somebody's second factor away because it was lost, and how they knew who asked; nobody where it was the command on the machine.
create table second_factor_reset (
  clinic_id uuid not null references clinic (id),
  id uuid not null,
  account_id uuid not null,
  reset_by uuid,
  words text not null check (length(words) between 10 and 300),
  at timestamptz not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, account_id) references account (clinic_id, id),
  foreign key (clinic_id, reset_by) references account (clinic_id, id)
);
create index second_factor_reset_account on second_factor_reset (clinic_id, account_id);
select clinic_owned('second_factor_reset');
select append_only('second_factor_reset');
select proved('second_factor_reset');
