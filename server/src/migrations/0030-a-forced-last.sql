-- While a migration runs (row_security is off then) a new table is not bound by FORCE yet: the owner still has to fill it. Whoever runs
-- the migrations binds every table before anybody else can look.
create or replace function clinic_owned(t regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', t);
  if current_setting('row_security') = 'on' then execute format('alter table %s force row level security', t); end if;
  execute format('create policy own_clinic on %s using (clinic_id = current_clinic()) with check (clinic_id = current_clinic())', t);
  execute format('grant select, insert, update on %s to app_user', t);
end $$;
