-- Who called an appointment off; null for those of before, of which nobody wrote it down.
alter table appointment add column cancelled_by text check (cancelled_by in ('caller', 'clinic'));
-- The form of its rows has changed: the trail begins with what they are now.
select take_stock(c.id, 'appointment') from clinic c order by c.id;

-- Of every kind: a small one of calls alone would be walked whole for those of a few weeks.
create index appointment_asked on appointment (clinic_id, created_at);
