-- The server signs in as somebody who owns nothing: a member of app_server, which may act as the role of a clinic and as that of one person.
do $$ begin
  if not exists (select from pg_roles where rolname = 'app_person') then create role app_person nologin; end if;
  if not exists (select from pg_roles where rolname = 'app_server') then create role app_server nologin; end if;
end $$;
grant app_person to current_user;
grant app_user, app_person to app_server;
grant usage on schema public to app_server, app_person;
grant select on schema_migration to app_server;

create function current_person() returns uuid language sql stable
  return nullif(current_setting('app.person_id', true), '')::uuid;

-- Promise four: through the third door rows of another person do not exist. The clinic's own policy holds as well.
create function person_owned(t regclass, whose text) returns void language plpgsql as $$
begin
  execute format('create policy own_person on %s as restrictive for select to app_person using (%s)', t, whose);
  execute format('grant select on %s to app_person', t);
end $$;
revoke execute on function person_owned(regclass, text) from public;

select person_owned('person', 'id = current_person()');
select person_owned(t, 'person_id = current_person()') from unnest(array[
  'answer', 'appointment', 'asking', 'assessment', 'assessment_answer', 'consent', 'consent_withdrawal', 'decision', 'infusion_order',
  'person_allergy', 'person_change', 'person_medicine', 'person_problem', 'plan', 'screening', 'session'
]::regclass[]) t;
-- What hangs on a visit or a plan is read where that can be read.
select person_owned('session_event', 'exists (select from session s where s.clinic_id = session_event.clinic_id and s.id = session_event.session_id)');
select person_owned('plan_closure', 'exists (select from plan p where p.clinic_id = plan_closure.clinic_id and p.id = plan_closure.plan_id)');
grant select on clinic to app_person;
