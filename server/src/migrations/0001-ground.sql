-- Who may do what in the database itself: one role without ownership, one setting for the clinic, two promises a table can make.
create extension if not exists btree_gist;

do $$ begin
  if not exists (select from pg_roles where rolname = 'app_user') then create role app_user nologin; end if;
end $$;
grant app_user to current_user;
grant usage on schema public to app_user;

create function current_clinic() returns uuid language sql stable
  return nullif(current_setting('app.clinic_id', true), '')::uuid;

-- Promise one: rows of another clinic do not exist.
create function clinic_owned(t regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', t);
  execute format('alter table %s force row level security', t);
  execute format('create policy own_clinic on %s using (clinic_id = current_clinic()) with check (clinic_id = current_clinic())', t);
  execute format('grant select, insert, update on %s to app_user', t);
end $$;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% only grows: % refused', tg_table_name, lower(tg_op) using errcode = '42501';
end $$;

-- Promise two: what stands there stays.
create function append_only(t regclass) returns void language plpgsql as $$
begin
  execute format('revoke update, delete, truncate on %s from app_user', t);
  execute format('create trigger rows_stay before update or delete on %s for each row execute function refuse_change()', t);
  execute format('create trigger table_stays before truncate on %s for each statement execute function refuse_change()', t);
end $$;

create table clinic (
  id uuid primary key,
  name text not null,
  zone text not null,
  states text[] not null default '{}',
  hours jsonb not null default '{}',
  crisis_lines jsonb not null,
  simulated boolean not null default false,
  set_up_at timestamptz,
  set_up_code_hash text,
  created_at timestamptz not null
);
alter table clinic enable row level security;
alter table clinic force row level security;
create policy anyone_reads on clinic for select using (true);
create policy own_clinic on clinic for update using (id = current_clinic()) with check (id = current_clinic());
create policy made_in_itself on clinic for insert with check (id = current_clinic());
grant select, insert, update on clinic to app_user;

create table clinic_host (
  host text primary key,
  clinic_id uuid not null references clinic
);
grant select, insert on clinic_host to app_user;

create table audit_head (
  clinic_id uuid primary key references clinic,
  seq bigint not null,
  hash text not null
);
select clinic_owned('audit_head');

create table audit_line (
  clinic_id uuid not null references clinic,
  seq bigint not null,
  entry text not null,
  hash text not null,
  primary key (clinic_id, seq)
);
select clinic_owned('audit_line');
select append_only('audit_line');

-- One row per reader, view, patient and minute: what keeps a board that reads itself anew from filling the trail.
create table audit_read (
  clinic_id uuid not null references clinic,
  actor text not null,
  view text not null,
  minute timestamptz not null,
  patient_id uuid not null,
  primary key (clinic_id, actor, view, minute, patient_id)
);
select clinic_owned('audit_read');
grant delete on audit_read to app_user;

create table idempotency_key (
  clinic_id uuid not null references clinic,
  scope text not null,
  key text not null,
  request_hash text not null,
  answer text,
  created_at timestamptz not null,
  primary key (clinic_id, scope, key)
);
select clinic_owned('idempotency_key');
grant delete on idempotency_key to app_user;
