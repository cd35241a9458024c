-- What a clinic set a value of a policy to, from an instant on. JSON null gives back what was approved, or delivered.
create table clinic_policy_value (
  clinic_id uuid not null,
  id uuid not null,
  policy text not null,
  name text not null,
  value jsonb not null,
  valid_from timestamptz not null,
  reason text not null,
  approved_by uuid not null,
  approved_at timestamptz not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, approved_by) references staff
);
select clinic_owned('clinic_policy_value');
select append_only('clinic_policy_value');

-- The values that were read and approved, beside the version they stood in; null in approvals older than this column.
alter table default_approval
  add column approved_values jsonb,
  add column holds_from timestamptz,
  add column reason text;
